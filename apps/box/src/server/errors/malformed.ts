import { type Language, NabijError } from '@nabij/base'

const reasons = {
  json: { nl: 'de inhoud is geen geldige JSON', en: 'the content is not valid JSON' },
  multipart: { nl: 'het formulier (multipart/form-data) klopt niet', en: 'the form (multipart/form-data) is wrong' },
  noFile: { nl: 'het formulier heeft geen veld "file"', en: 'the form has no field "file"' },
  base64: { nl: 'het veld "image" is geen base64', en: 'the field "image" is not base64' },
  address: { nl: 'het adres bevat een teken dat niet kan', en: 'the address holds a character that cannot be' },
  ended: { nl: 'de inhoud hield halverwege op', en: 'the content stopped half-way' },
  http: { nl: 'dit is geen HTTP zoals het hoort', en: 'this is not proper HTTP' },
} satisfies Record<string, Record<Language, string>>

/** NABIJ_MALFORMED with the reason in the reader's language. */
export function malformed(reason: keyof typeof reasons, language: Language, cause?: unknown): NabijError {
  return new NabijError('NABIJ_MALFORMED', { reason: reasons[reason][language] }, cause)
}
