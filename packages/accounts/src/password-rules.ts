import { NabijError } from '@nabij/base'

const least = 12

/** Words that guessers begin with. The long ones that people make of them are what is refused. */
const words = `
  password passwort wachtwoord welkom welcome geheim secret admin administrator beheerder nabij owner eigenaar login
  letmein iloveyou ikhouvanjou qwerty qwertyuiop azerty asdfghjkl zxcvbnm qazwsx 1q2w3e4r 1qaz2wsx abc abcdef abcdefgh
  monkey dragon sunshine princess football baseball master superman batman trustno computer internet samsung google
  hallo hello test tester testing zomer winter lente herfst summer spring autumn januari februari maart april
  nederland holland amsterdam rotterdam ajax feyenoord bedrijf company fabriek factory productie machine changeme
  default guest user gebruiker standaard toegang access
`
  .trim()
  .split(/\s+/)
const common = new Set(words)

/**
 * Refuses what is short or easily guessed; asks for no kinds of characters and cuts nothing off.
 * @throws NabijError NABIJ_PASSWORD_SHORT, NABIJ_PASSWORD_COMMON
 */
export function checkPassword(password: string, name: string): void {
  // oxlint-disable-next-line typescript/no-misused-spread -- counted by code points, as people type them
  if ([...password].length < least) throw new NabijError('NABIJ_PASSWORD_SHORT', { least })
  if (isGuessable(password.toLowerCase(), name.toLowerCase())) throw new NabijError('NABIJ_PASSWORD_COMMON')
}

function isGuessable(password: string, name: string): boolean {
  if (new Set(password).size < 5) return true
  if (/^(.{1,8}?)\1+$/u.test(password) || isRow(password)) return true
  // What is left when the usual decoration is taken off: digits and signs around one word, letters as digits.
  const core = password.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const plain = core.replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('3', 'e').replaceAll('@', 'a')
  const bare = name.replaceAll(/[^\p{L}\d]/gu, '')
  const halves = plain.split(/[^\p{L}]+/u).filter(Boolean)
  return core === '' || [core, plain].includes(bare) || halves.every((half) => common.has(half) || isTwice(half))
}

function isTwice(text: string): boolean {
  const half = text.slice(0, text.length / 2)
  return text === half + half && common.has(half)
}

/** Each character follows the one before it: 123456789012, abcdefghijkl, zyxwvut … */
function isRow(text: string): boolean {
  const steps = Array.from(text)
    .slice(1)
    .map((letter, at) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0))
  const along = steps.filter((step) => step === 1 || step === -9).length
  const back = steps.filter((step) => step === -1 || step === 9).length
  return Math.max(along, back) >= steps.length - 1
}

/** @throws NabijError NABIJ_PIN_WEAK */
export function checkPin(pin: string): void {
  if (!/^\d{4,6}$/.test(pin) || new Set(pin).size < 2 || isRow(pin)) throw new NabijError('NABIJ_PIN_WEAK')
}
