export const doors = {
  title: 'Wat wil je als eerste weten?',
  depend: {
    title: 'Waar hangt mijn bedrijf van af?',
    text: 'Aanvinken welke software je gebruikt. Eén minuut, geen bestanden.',
    action: 'Begin met aanvinken',
  },
  camera: {
    title: 'Laat een camera keuren',
    text: 'Twintig foto’s van een goed product volstaan. Alles blijft op deze computer.',
    action: 'Begin met je eigen product',
    live: 'Nu live: een nagebootste biscuitlijn, gekeurd op deze computer',
    waking: 'De biscuitlijn start op …',
    learning: 'De biscuitlijn loopt; nabij leert nog hoe een goede biscuit eruitziet.',
    restart: 'Laat de biscuitlijn lopen',
    alt: 'Biscuit op de lopende band; het laatste oordeel is: {{verdict}}',
  },
  cloud: {
    title: 'Mijn software roept een cloud-AI aan',
    text: 'Verander alleen het adres. Kijk eerst hoe vaak de antwoorden gelijk zijn.',
    action: 'Kijk of het loont',
  },
  picture: {
    bill: 'Wat je nu betaalt',
    europe: 'in Europa',
    elsewhere: 'daarbuiten',
    before: 'was',
    after: 'wordt',
  },
  sample: 'Bekijk een voorbeeldbedrijf',
  sampleText: 'Verzonnen, apart bewaard, rood omlijnd.',
}
