/** A payment of the labelled set. */
export interface Payment {
  payee: string
  description: string
  /** By this the payment is known again. */
  cents: number
}

const iban = 'NL91ABNA0417164300'

/** The payments by turns as CAMT.053, MT940 and a CSV as ING makes it: name and bytes of each file. */
export function statements(payments: readonly Payment[]): { name: string; text: string }[] {
  const turn = (which: number) => payments.filter((_, at) => at % 3 === which)
  return [
    { name: 'statements/camt053.xml', text: camt(turn(0)) },
    { name: 'statements/mt940.sta', text: mt940(turn(1)) },
    { name: 'statements/ing.csv', text: ing(turn(2)) },
  ]
}

function camt(payments: readonly Payment[]): string {
  const entries = payments.map(
    ({ payee, description, cents }, at) => `<Ntry><NtryRef>${at + 1}</NtryRef><Amt Ccy="EUR">${euros(cents, '.')}</Amt>
<CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${dayOf(at)}</Dt></BookgDt><ValDt><Dt>${dayOf(at)}</Dt></ValDt>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><Cdtr><Nm>${xml(payee)}</Nm></Cdtr></RltdPties>
<RmtInf><Ustrd>${xml(description)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>1</MsgId><CreDtTm>2026-11-01T00:00:00</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><CreDtTm>2026-11-01T00:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal>
${entries.join('\n')}
</Stmt></BkToCstmrStmt></Document>
`
}

function mt940(payments: readonly Payment[]): string {
  const entries = payments.map(({ payee, description, cents }, at) => {
    const day = dayOf(at).replaceAll('-', '').slice(2)
    const told = `/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/${payee}/REMI/${description}/EREF/NOTPROVIDED`
    return `:61:${day}${day.slice(2)}D${euros(cents, ',')}NTRFNONREF\n:86:${wrapped(told)}`
  })
  return `ABNANL2A\n940\nABNANL2A\n:20:ABN AMRO BANK NV\n:25:417164300\n:28:30501/1\n:60F:C260101EUR100000,00\n${entries.join('\n')}\n:62F:C261101EUR1000,00\n-\n`
}

function ing(payments: readonly Payment[]): string {
  const rows = payments.map(({ payee, description, cents }, at) =>
    [
      dayOf(at).replaceAll('-', ''),
      payee,
      iban,
      '',
      'GT',
      'Af',
      euros(cents, ','),
      'Online bankieren',
      `Naam: ${payee} Omschrijving: ${description}`,
      '100,00',
      '',
    ]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(';'),
  )
  const head =
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"'
  return `${head}\n${rows.join('\n')}\n`
}

function dayOf(at: number): string {
  return `2026-${String(1 + (at % 10)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
}

function euros(cents: number, point: string): string {
  return `${Math.floor(cents / 100)}${point}${String(cents % 100).padStart(2, '0')}`
}

/** Lines of at most 65 characters, as MT940 has them. */
function wrapped(text: string): string {
  return (text.match(/.{1,65}/g) ?? []).join('\n')
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
