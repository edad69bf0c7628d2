export { checkFolder } from './check-folder.ts'
export { type FolderOptions, folderSource } from './folder-source.ts'
