import { NabijError } from '@nabij/base'
import { describe, expect, it } from 'vitest'
import type { DialectCall, DialectRequest, VerdictResult } from './dialect.ts'
import { dialects } from './dialects.ts'

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3)
const text = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const plain: DialectRequest = { method: 'POST', path: '/', query: new URLSearchParams(), headers: {}, body: text('') }

/** A good request of each dialect, as its official client sends it. */
const good: Record<string, Partial<DialectRequest>> = {
  'lookout-vision': { path: '/2020-11-20/projects/koekjes/models/1/detect', body: png },
  'custom-vision': {
    path: '/customvision/v3.1/prediction/5c1f/classify/iterations/koekjes/image/nostore',
    headers: { 'content-type': 'application/octet-stream' },
    body: png,
  },
  rekognition: {
    headers: { 'x-amz-target': 'RekognitionService.DetectCustomLabels' },
    body: text({
      ProjectVersionArn: 'arn:aws:rekognition:eu-west-1:123456789012:project/koekjes/version/v1/1690000000000',
      Image: { Bytes: btoa(String.fromCharCode(...png)) },
      MinConfidence: 20,
    }),
  },
  kserve: {
    path: '/v2/models/koekjes/versions/2/infer',
    body: text({
      id: 'a',
      inputs: [
        {
          name: 'x',
          shape: [2, 2],
          datatype: 'FP32',
          data: [
            [1, 2],
            [3, 4],
          ],
        },
      ],
    }),
  },
  sagemaker: { path: '/endpoints/koekjes/invocations', headers: { 'content-type': 'image/png' }, body: png },
}

const verdict = (word: 'pass' | 'fail' | 'unsure', score: number | null): VerdictResult => ({
  kind: 'verdict',
  verdict: {
    id: '0190a2b4-0000-7000-8000-000000000001',
    verdict: word,
    score,
    limit: 0.5,
    kind: null,
    capturedAt: 1_764_000_000_000,
    regions: word === 'pass' ? [] : [{ x: 0.1, y: 0.2, w: 0.3, h: 0.4, score: 0.9, area: 0.1 }],
  },
  mask: png,
  names: { good: 'goed', bad: 'fout' },
})

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))('%s', (id, dialect) => {
  const request = (over: Partial<DialectRequest> = {}) => ({ ...plain, ...good[id], ...over })

  it('reads what its client sends: the model by name, the content to the byte', async () => {
    const call = (await dialect.read(request())) as Extract<DialectCall, { do: 'judge' | 'invoke' | 'infer' }>
    expect(call.model).toBe('koekjes')
    if (call.do === 'judge') expect(call.picture).toEqual(png)
    if (call.do === 'invoke') expect(call.body).toEqual(png)
    if (call.do === 'infer') expect(call.inputs[0]?.data).toEqual([1, 2, 3, 4])
  })

  it('turns away whatever else comes, with a code, in its own form of an error', async () => {
    const hostile: Partial<DialectRequest>[] = [
      { path: '/' },
      { path: '/..%2f..%2fetc/passwd' },
      { path: `/${'a/'.repeat(5000)}` },
      { path: '/%E0%A4%A/projects' },
      { method: 'DELETE' },
      { headers: {}, body: text('{"Image":{"Bytes":"%%%"},"ProjectVersionArn":"a"}') },
      {
        headers: { 'content-type': 'multipart/form-data; boundary=x', 'x-amz-target': 'x' },
        body: text('--x\r\nbroken'),
      },
      { headers: { 'x-amz-target': 'RekognitionService.DeleteProject' }, body: text('{}') },
      { body: text('[[[[') },
      { body: text('null') },
      { body: new Uint8Array() },
    ]
    let refused = 0
    for (const over of hostile) {
      const given = request(over)
      const error: unknown = await dialect.read(given).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      // An endpoint takes any bytes, and empty ones as well.
      if (error === null) continue
      refused += 1
      expect(error).toBeInstanceOf(NabijError)
      const { status, headers, body } = dialect.fault(error as NabijError, given)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(headers['content-type']).toContain('json')
      expect(JSON.stringify(JSON.parse(new TextDecoder().decode(body)))).toContain(
        (error as NabijError).message.slice(0, 20),
      )
    }
    expect(refused).toBeGreaterThanOrEqual(5)
  })

  it('tells its client apart what is denied, unknown, stopped, too much and ours', () => {
    const said = (
      ['NABIJ_DIALECT_KEY_WRONG', 'NABIJ_DIALECT_MODEL_UNKNOWN', 'NABIJ_DIALECT_BUSY', 'NABIJ_UNEXPECTED'] as const
    ).map((code) => {
      const { status, headers, body } = dialect.fault(new NabijError(code, {}), plain)
      const {
        message: _,
        Message: __,
        error: ___,
        ...rest
      } = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>
      return JSON.stringify([status, headers['x-amzn-errortype'], rest])
    })
    expect(new Set(said).size).toBe(4)
  })

  it('never lets a part pass that nobody could judge', async () => {
    const call = await dialect.read(request())
    if (call.do !== 'judge') return
    const says = async (result: VerdictResult) => {
      const { body } = await dialect.answer(call, result)
      const answer = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>
      if (id === 'lookout-vision') return (answer['DetectAnomalyResult'] as { IsAnomalous: boolean }).IsAnomalous
      const labels = (answer['CustomLabels'] ?? answer['predictions']) as Record<string, unknown>[]
      return (labels[0]?.['Name'] ?? labels[0]?.['tagName']) === 'fout'
    }
    expect(await says(verdict('pass', 0.1))).toBe(false)
    expect(await says(verdict('fail', 0.9))).toBe(true)
    expect(await says(verdict('unsure', 0.52))).toBe(true)
    expect(await says(verdict('unsure', null))).toBe(true)
  })
})

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))(
  '%s, asked what an answer means',
  (id, dialect) => {
    const said = async (word: 'pass' | 'fail', score: number) => {
      const call = await dialect.read({ ...plain, ...good[id] })
      const body = JSON.stringify({
        verdict: word,
        labels: [{ name: 'kras', score, box: { x: 0.1, y: 0.2, w: 0.3, h: 0.4 } }],
      })
      const tensors = [{ name: 'verdict', datatype: 'BYTES', shape: [1], data: [word] }]
      const result =
        call.do === 'invoke'
          ? { kind: 'bytes' as const, body: text(body), type: 'application/json' }
          : call.do === 'infer'
            ? { kind: 'tensors' as const, model: 'koekjes', version: '7', outputs: tensors }
            : verdict(word, score)
      return { call, response: await dialect.answer(call, result) }
    }
    const isBad = (given: ReturnType<typeof dialect.understand>) => {
      if (!given) return null
      const { decision, labels } = given.answer
      return decision ? decision === 'fail' : labels.some(({ name, score }) => name !== 'goed' && score >= 0.5)
    }

    it('understands what it says itself, with scores and boxes between 0 and 1', async () => {
      const [fine, wrong] = [await said('pass', 0.1), await said('fail', 0.9)]
      expect(isBad(dialect.understand(wrong.call, wrong.response))).toBe(true)
      if (id !== 'sagemaker') expect(isBad(dialect.understand(fine.call, fine.response))).toBe(false)
      for (const { score, box } of dialect.understand(wrong.call, wrong.response)?.answer.labels ?? []) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        if (box) expect(box).toEqual({ x: 0.1, y: 0.2, w: 0.3, h: 0.4 })
      }
    })

    it('makes nothing of an error, of nonsense, and of what is half right', async () => {
      const { call, response } = await said('fail', 0.9)
      const nonsense = [
        '',
        'null',
        '[]',
        '{}',
        '{"predictions":"many","CustomLabels":7,"outputs":[{"name":"verdict","data":["perhaps"]}],"labels":[{}]}',
        '{"predictions":[{"tagName":"x","probability":7}],"CustomLabels":[{"Name":"x","Confidence":700}],"labels":[{"name":"x","score":7}]}',
        '{"DetectAnomalyResult":{"IsAnomalous":"perhaps","Confidence":0.5}}',
        '{"DetectAnomalyResult":{"IsAnomalous":true,"Confidence":97}}',
      ]
      for (const body of nonsense) expect(dialect.understand(call, { ...response, body: text(body) }), body).toBeNull()
      expect(dialect.understand(call, { ...response, body: Uint8Array.of(0xff, 0xfe) })).toBeNull()
      expect(dialect.understand(call, { ...response, status: 500 })).toBeNull()
    })
  },
)
