export const moves = {
  menu: 'Onderdelen van overstappen',
  nav: { all: 'Overstappen', money: 'Geld', dropIn: 'Aansluiting' },
  hub: {
    title: 'Van een cloud-AI naar deze computer',
    text: 'Stuurt je software beelden naar een clouddienst? Kijk eerst of hier doen loont. Verander daarna alleen het adres.',
    money: {
      title: 'Loont het?',
      text: 'Wat je nu betaalt tegenover wat het hier kost, met alles erop en eraan. Eén eerlijke zin als antwoord.',
      action: 'Reken het uit',
    },
    dropIn: {
      title: 'Laat je programma hier vragen',
      text: 'Je programma houdt zijn code en krijgt een ander adres en een andere sleutel.',
      action: 'Sluit een programma aan',
      connected_one: '{{count}} programma aangesloten',
      connected_other: '{{count}} programma’s aangesloten',
      answered: '{{n}} vragen beantwoord sinds de start',
    },
  },
}
