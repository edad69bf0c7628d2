export { type FolderOptions, folderSource } from './folder-source.ts'
