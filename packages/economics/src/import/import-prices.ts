import { NabijError } from '@nabij/base'
import { AwsList, awsPrices } from './aws-price-list.ts'
import { AzureList, azurePrices } from './azure-retail-prices.ts'
import type { Imported } from './imported.ts'

/**
 * A provider's own list of prices, recognised by what is in it: AWS or Azure. What is bad in it is left out and counted.
 * @param today YYYY-MM-DD; Azure's list does not say when it was made
 * @throws NabijError NABIJ_PRICE_LIST_UNREADABLE
 */
export function importPrices(text: string, today: string): Imported {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new NabijError('NABIJ_PRICE_LIST_UNREADABLE', { reason: 'no JSON' }, error)
  }
  const aws = AwsList.safeParse(data)
  if (aws.success) return awsPrices(aws.data)
  const azure = AzureList.safeParse(data)
  if (azure.success) return azurePrices(azure.data, today)
  throw new NabijError('NABIJ_PRICE_LIST_UNREADABLE', { reason: 'no products and terms, and no Items' })
}
