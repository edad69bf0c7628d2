export const promised = {
  notYet: 'Nog in de maak',
  now: 'Wat nu al werkt',
  later: 'Wat hier komt',
  moves: {
    title: 'Van een cloud-AI naar deze computer',
    text: 'Dit deel bestaat nog niet. Als het er is, verandert je software alleen het adres. nabij antwoordt dan zoals de clouddienst, loopt er eerst naast en laat zien hoe vaak de antwoorden gelijk zijn, hoe snel ze komen en wat het scheelt.',
    cloud: 'cloud',
    here: 'hier',
    agree: 'Gelijk antwoord',
    cost: 'Kosten per maand',
    speed: 'Antwoordtijd',
    step: 'Laat je software nu al een foto sturen',
    stepText:
      'Een station neemt foto’s aan over HTTP en stuurt het oordeel terug: één aanroep, geen sleutel, geen rekening.',
    action: 'Maak een station dat foto’s aanneemt',
  },
}
