export { benchInspection, type InspectionBench, type InspectionBenchInput } from './inspection.ts'
export { inspectionTable } from './inspection-table.ts'
