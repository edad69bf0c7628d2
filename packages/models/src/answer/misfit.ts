/** What a model gave is not laid out as its settings say. */
export class MisfitFault extends Error {}
