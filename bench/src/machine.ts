import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** What was measured on: figures without it mean nothing. */
export interface Machine {
  processor: string
  cores: number
  memoryGb: number
  system: string
  node: string
  /** Runnable processes in the last minute when the run began: above the cores, others were in the way. */
  load: number
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    load: loadavg()[0] ?? 0,
  }
}

export function machineLine({ processor, cores, memoryGb, system, node, load }: Machine): string {
  return `${processor} × ${cores}, ${memoryGb} GB, ${system}, Node ${node}, load ${load.toFixed(1)}`
}
