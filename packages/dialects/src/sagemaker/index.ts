export { sagemaker } from './sagemaker.ts'
