export const dataChecks = []
