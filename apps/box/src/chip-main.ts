import { readFileSync } from 'node:fs'
import { asNabijError } from '@nabij/base'
import { checkModel, withSizes } from '@nabij/chips'
import { readPack } from '@nabij/knowledge'
import { onnxFacts } from '@nabij/vision'

// The process that looks at a model which somebody asks about: whatever is in the file, only this one falls. It runs nothing.
try {
  const [model = '', pack = '', chip = '', sizes = ''] = process.argv.slice(2)
  const { chips } = readPack(readFileSync(pack, 'utf8'))
  const facts = onnxFacts(readFileSync(model))
  const asked = sizes === '' ? facts : withSizes(facts, sizes.split(',').map(Number))
  process.stdout.write(JSON.stringify(checkModel(asked, chip === '' ? chips : chips.filter(({ id }) => id === chip))))
} catch (error) {
  const { code, params } = asNabijError(error)
  process.stdout.write(JSON.stringify({ code, params }))
}
