/** What such lists call themselves. */
export const words =
  /sub[- ]?processors?\b|sub[- ]?verwerkers?\b|sub[- ]?bewerkers?\b|unterauftragsverarbeiter|unterauftragnehmer|sous[- ]traitants? ultérieurs?/gi
