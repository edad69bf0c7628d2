import { describe, expect, it } from 'vitest'
import type { VerdictResult } from '../dialect.ts'
import { rekognition } from './rekognition.ts'

const arn = 'arn:aws:rekognition:eu-west-1:123456789012:project/koekjes/version/v1/1690000000000'
const jpeg = (size: number) => {
  const picture = Buffer.alloc(size)
  picture.set([0xff, 0xd8, 0xff])
  return picture
}

function read(more: object, picture = jpeg(9)) {
  const body = { ProjectVersionArn: arn, Image: { Bytes: picture.toString('base64') }, ...more }
  return rekognition.read({
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': 'RekognitionService.DetectCustomLabels' },
    body: new TextEncoder().encode(JSON.stringify(body)),
  })
}

const judged = (word: 'pass' | 'fail', score: number | null): VerdictResult => ({
  kind: 'verdict',
  verdict: { id: 'a', verdict: word, score, limit: 0.5, kind: null, capturedAt: 0, regions: [] },
  mask: null,
  names: { good: 'goed', bad: 'fout' },
})

async function labels(more: object, result: VerdictResult): Promise<string[]> {
  const { body } = await rekognition.answer(await read(more), result)
  const { CustomLabels } = JSON.parse(new TextDecoder().decode(body)) as { CustomLabels: { Name: string }[] }
  return CustomLabels.map(({ Name }) => Name)
}

describe('the labels of a verdict', () => {
  it('are only what was decided, unless the program asks for less certain ones', async () => {
    expect(await labels({}, judged('pass', 0.2))).toEqual(['goed'])
    expect(await labels({}, judged('fail', 0.8))).toEqual(['fout'])
    expect(await labels({ MinConfidence: 0 }, judged('pass', 0.2))).toEqual(['goed', 'fout'])
    expect(await labels({ MinConfidence: 0, MaxResults: 1 }, judged('fail', 0.8))).toEqual(['fout'])
  })

  it('are never an empty list: a part that fails by a hair would pass', async () => {
    expect(await labels({ MinConfidence: 95 }, judged('fail', 0.51))).toEqual(['fout'])
    expect(await labels({ MinConfidence: 95 }, judged('fail', null))).toEqual(['fout'])
    expect(await labels({ MinConfidence: 95 }, judged('pass', 0.5))).toEqual(['goed'])
  })
})

describe('a picture', () => {
  it('may be 5 MiB, which its text makes 7 of, and not a byte more', async () => {
    const most = jpeg(5 * 2 ** 20)
    expect(await read({}, most)).toMatchObject({ do: 'judge', model: 'koekjes' })
    expect(Math.ceil(most.length / 3) * 4).toBeLessThan(rekognition.most)
    await expect(read({}, jpeg(5 * 2 ** 20 + 1))).rejects.toMatchObject({ code: 'NABIJ_DIALECT_TOO_LARGE' })
  })

  it.each([
    [{ Image: { Bytes: '/9j/4A=A' } }, 'NABIJ_DIALECT_DAMAGED'],
    [{ Image: { Bytes: '€' } }, 'NABIJ_DIALECT_DAMAGED'],
    [{ Image: { Bytes: 12 } }, 'NABIJ_DIALECT_DAMAGED'],
    [{ Image: {} }, 'NABIJ_DIALECT_DAMAGED'],
    [{ Image: null }, 'NABIJ_DIALECT_DAMAGED'],
    [{ Image: { S3Object: { Bucket: 'b', Name: '../../etc/passwd' } } }, 'NABIJ_DIALECT_ADDRESS'],
    [{ ProjectVersionArn: ['a'] }, 'NABIJ_DIALECT_DAMAGED'],
  ])('that is none is refused: %j', async (more, code) => {
    await expect(read(more)).rejects.toMatchObject({ code })
  })
})
