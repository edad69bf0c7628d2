import { type Amount, amountText, dayText, type Language, minorUnits, oneWhole } from '@nabij/base'

/** One text in both languages. */
export interface Said {
  nl: string
  en: string
}

/** The same sentence in both languages, made by one function that is given the language's own way of writing numbers. */
export function say(write: (tell: Tell) => Said): Said {
  return { nl: write(tellIn('nl')).nl, en: write(tellIn('en')).en }
}

export interface Tell {
  /** € 1.234,56 */
  money(amount: Amount, currency: string): string
  /** 302.400 or 0,0012: as exact as it is. */
  number(amount: Amount): string
  day(day: string): string
}

function tellIn(language: Language): Tell {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  return {
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
        minorUnits(amount, currency) / minorUnits(oneWhole, currency),
      ),
    number: (amount) => written(amountText(amount), language),
    day: (day) => dayText(day, language),
  }
}

/** Digits in threes, with the language's own point and comma. */
function written(text: string, language: Language): string {
  const [whole = '', fraction] = text.split('.')
  const [point, comma] = language === 'nl' ? ['.', ','] : [',', '.']
  const threes = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, point)
  return fraction === undefined ? threes : `${threes}${comma}${fraction}`
}
