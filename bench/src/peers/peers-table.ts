import type { Language } from '@nabij/base'
import { machineLine } from '../machine.ts'
import { figures, table } from '../text-table.ts'
import type { PeersBench } from './peers.ts'

/** The comparison as a table of text; above 1 nabij is the faster one. */
export function peersTable({ machine, cores, rows }: PeersBench, language: Language): string {
  const { number } = figures(language)
  const say = texts[language]
  const heads = [
    say.set,
    'AUROC',
    'torch',
    'OpenVINO',
    'ms',
    'torch',
    'OpenVINO',
    '× torch',
    '× OpenVINO',
    '/s',
    'OpenVINO /s',
    '×',
  ]
  const cells = rows.map(({ set, shots, auroc, ms, faster, perSecond }) => [
    `${set}, ${shots}`,
    number(auroc.nabij, 3),
    number(auroc.torch, 3),
    number(auroc.openvino, 3),
    number(ms.nabij.p50, 1),
    number(ms.torch.p50, 1),
    number(ms.openvino.p50, 1),
    number(faster.torch, 2),
    number(faster.openvino, 2),
    number(perSecond.nabij, 1),
    number(perSecond.openvino, 1),
    number(perSecond.nabij / perSecond.openvino, 2),
  ])
  const teaching = rows.map(({ set, teachMs }) =>
    say.teach(set, number(teachMs.nabij / 1000, 1), number(teachMs.anomalib / 1000, 1)),
  )
  return [machineLine(machine), say.what(cores), '', ...table(heads, cells), '', ...teaching].join('\n')
}

const texts = {
  nl: {
    set: 'Set, geleerd',
    what: (cores: number) =>
      `nabij naast PatchCore van anomalib: zelfde gewichten, lagen en bestanden, ${cores} kernen, om en om gemeten`,
    teach: (set: string, ours: string, theirs: string) => `leren, ${set}: nabij ${ours} s, anomalib ${theirs} s`,
  },
  en: {
    set: 'Set, taught',
    what: (cores: number) =>
      `nabij beside anomalib's PatchCore: same weights, layers and files, ${cores} cores, measured in turns`,
    teach: (set: string, ours: string, theirs: string) => `teaching, ${set}: nabij ${ours} s, anomalib ${theirs} s`,
  },
}
