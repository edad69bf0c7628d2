/** What the made-up company pays for, as it would stand on a statement: real vendors, made-up amounts. */
export interface Subscription {
  /** Name of who is paid, as banks print it. */
  payee: string
  /** Account of who is paid; made up, and not valid by its check digits. */
  account: string
  remittance: string
  /** Euro cents. */
  amount: number
  /** Months between two payments, the first month (1–12) and the day. */
  every: 1 | 3 | 12
  from: number
  day: number
  /** From this month on it costs this much (euro cents). */
  rise?: { month: number; amount: number }
}

export const subscriptions: Subscription[] = [
  monthly('Microsoft Ireland Operations Ltd', 'IE00XXXX00000000000001', 'Microsoft 365 E0700XXXXX', 48_620, 3, {
    month: 4,
    amount: 57_340,
  }),
  monthly('Adobe Systems Software Ireland Ltd', 'IE00XXXX00000000000002', 'ADOBE CREATIVE CLOUD', 13_298, 12),
  monthly('Google Cloud EMEA Limited', 'IE00XXXX00000000000003', 'GOOGLE*WORKSPACE', 9_360, 2),
  monthly('Moneybird B.V.', 'NL00XXXX0000000004', 'Moneybird factuur abonnement', 3_300, 15),
  monthly('Amazon Web Services EMEA SARL', 'LU00XXXX0000000005', 'AWS EMEA aws.amazon.com/billing', 21_475, 4),
  monthly('PAYPAL EUROPE SARL ET CIE SCA', 'LU00XXXX0000000006', 'PAYPAL *CANVA PTY LTD', 1_199, 20),
  monthly('Mollie B.V.', 'NL00XXXX0000000007', 'Mollie kosten transacties', 6_212, 1),
  monthly('Exact Nederland B.V.', 'NL00XXXX0000000008', 'Exact Online Productie', 39_900, 8),
  monthly('Slack Technologies Limited', 'IE00XXXX00000000000009', 'SLACK T0XXXXXXX', 8_700, 17),
  monthly('OpenAI Ireland Limited', 'IE00XXXX00000000000010', 'OPENAI *CHATGPT SUBSCR', 5_808, 22),
  { ...monthly('TransIP B.V.', 'NL00XXXX0000000011', 'Domeinen en hosting', 18_452, 9), every: 12, from: 2 },
  { ...monthly('AFAS Software B.V.', 'NL00XXXX0000000012', 'Profit licentie kwartaal', 124_500, 5), every: 3, from: 1 },
  {
    ...monthly('Autodesk Ireland Operations', 'IE00XXXX00000000000013', 'AUTOCAD LT jaar', 61_710, 18),
    every: 12,
    from: 6,
  },
]

/** What is no software, and must never become it: look-alikes among them. */
export const otherPayees = [
  'Bakkerij De Zoom',
  'Slack & Zn. Transport',
  'Adobe Bouw B.V.',
  'Molenaar Meel B.V.',
  'Gemeente Gouda',
  'Vitens N.V.',
  'Suikerunie',
  'Garage Van Dijk',
]

function monthly(
  payee: string,
  account: string,
  remittance: string,
  amount: number,
  day: number,
  rise?: Subscription['rise'],
): Subscription {
  return { payee, account, remittance, amount, every: 1, from: 1, day, ...(rise ? { rise } : {}) }
}
