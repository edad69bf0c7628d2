import { expect, it } from 'vitest'
import { formPart } from './form-part.ts'

const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
const form = (head: string, content: Uint8Array, end = '\r\n--xYz--\r\n') => {
  const text = new TextEncoder()
  return Uint8Array.from([...text.encode(head), ...content, ...text.encode(end)])
}
const type = 'multipart/form-data; boundary=xYz'
const head =
  '--xYz\r\nContent-Disposition: form-data; name="imageData"\r\nContent-Type: application/octet-stream\r\n\r\n'

it('gives the part to the byte, also without a file name and after others', () => {
  expect(formPart(form(head, bytes), type, 'imageData')).toEqual(bytes)
  const other = '--xYz\r\nContent-Disposition: form-data; name="other"\r\n\r\nimageData\r\n'
  const named = head.replace('name="imageData"', 'filename="a.jpg"; name="imageData"')
  expect(formPart(form(other + named, bytes), 'multipart/form-data; boundary="xYz"', 'imageData')).toEqual(bytes)
})

it.each([
  ['cut off', form(head, bytes, ''), type],
  ['without the part', form(head.replace('imageData', 'picture'), bytes), type],
  ['without a boundary', form(head, bytes), 'multipart/form-data'],
  ['of another boundary', form(head, bytes), 'multipart/form-data; boundary=abc'],
  ['empty', new Uint8Array(), type],
])('refuses a form that is %s', (_, body, contentType) => {
  expect(() => formPart(body, contentType, 'imageData')).toThrow(/cannot be read/)
})
