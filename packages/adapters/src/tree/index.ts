export { openTree, type Tree, type TreeLimits, type TreeOptions, treeLimits } from './open-tree.ts'
