export { type BlobFolder, type BlobsOptions, openBlobs } from './open-blobs.ts'
