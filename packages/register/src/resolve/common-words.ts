import { wordsOf } from '@nabij/knowledge'

/** Words that say nothing about whose a name is: legal forms, and what software firms add to theirs. */
const neutral = new Set(
  `bv nv vof cv bvba sa sas sarl gmbh ag kg mbh inc incorporated llc pbc ltd limited corp corporation plc pty pte company co
  oy oyj ab as aps asa spa srl sl se ou oue kft doo sro sp zoo oo holding holdings group groep cooperatie coop ua uc dac unlimited
  int intl renewal recurring misc subscr subs prem pre purchase order eur usd gbp euro labs digital
  software systems system services service online cloud international europe europa european emea eu global technologies
  technology tech solutions platform platforms payments payment pay billing subscription subscriptions abonnement licentie
  licenties licence license invoice factuur fact faktuur internet web app apps application com net org nl io www http https hosting
  ireland ierland operations nederland netherlands benelux belgium belgie belgique luxembourg luxemburg uk gb us usa fr ie lu
  germany deutschland france sweden sverige estonia eesti lithuania denmark norway finland austria switzerland
  dublin bellevue london berlin paris seattle cork the san diego covina atlanta francisco jose mountain view palo alto redmond sunnyvale cupertino austin boston york new
  sydney aus au nsw ca california wa ny vilnius tallinn stockholm helsinki copenhagen vienna wien zurich geneva munich munchen hamburg
  oslo prague barcelona madrid lisbon milano warszawa irl nld lux gbr deu est swe
  monthly yearly annual maandelijks jaarlijks maand jaar kwartaal pro plus premium business team teams basic standard starter
  enterprise plan user users seat seats data center centre desktop client for windows mac macos x64 x86 bit
  incasso sepa kenmerk nummer nr id ref reference betaling betaald via paypal klant klantnummer help bill via order periode`
    .split(/\s+/)
    .filter(Boolean),
)

/** Where many firms of other trades sit too: allowed beside a name, but then the name is not exact. */
const places = new Set(
  `amsterdam rotterdam utrecht den haag hague gravenhage eindhoven enschede hengelo leiden delft groningen breda zwolle arnhem nijmegen
  tilburg haarlem almere leusden zoetermeer emmeloord deventer apeldoorn amersfoort maastricht venlo hilversum gouda dordrecht houten
  antwerpen gent brussel brussels bruxelles leuven mechelen nl`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words of other trades: with one of these a name belongs to a baker or a builder, however much it looks like a product. */
const trades = new Set(
  `zn zonen zoon dochters gebroeders gebr broers familie fam erven
  bakkerij bakker banketbakkerij patisserie slager slagerij keurslager poelier groenten fruit groenteboer vis vishandel kaas kaashandel
  slijterij wijn wijnen wijnhandel wijnbar brouwerij bierbrouwerij koffie koffiebranderij espressobar theehuis chocolaterie ijs ijssalon
  restaurant hotel herberg cafe eetcafe grandcafe bistro brasserie pizzeria lunchroom cafetaria snackbar snacks grill bar kroeg catering traiteur
  bouw bouwbedrijf bouwers aannemer aannemers aannemersbedrijf aannemersmaatschappij timmer timmerbedrijf timmerwerken dakdekker dakdekkers dakwerken
  stukadoor stukadoors stucwerk tegels tegelzetter tegelhandel vloeren parket schilder schilders schildersbedrijf schilderwerken loodgieter
  loodgieters installatie installaties installatietechniek installatiebedrijf sanitair verwarming elektra elektrotechniek metselwerken
  grondverzet sloop sloopwerken straatwerk stratenmakers hekwerken kozijnen glas glashandel glazenwasser glazenwasserij zonwering gordijnen
  keuken keukens badkamers interieur interieurs meubel meubels meubelen meubelmakerij hout houthandel zagerij metaal metaalbewerking metaalbouw staal
  staalbouw lasbedrijf laswerken constructie constructies machinefabriek gieterij montage onderhoud verhuur
  garage autogarage auto autos autobedrijf autoschade autoverhuur banden bandenservice carwash fiets fietsen rijwielen tweewielers motoren
  scooters caravans taxi taxibedrijf transport transporten koeriers koeriersdienst verhuizers verhuizingen verhuisbedrijf tankstation rijschool
  tuin tuinen tuincentrum hovenier hoveniers hoveniersbedrijf bloemen bloemist bloemisterij bloembinders kwekerij boomkwekerij boerderij
  veehouderij melkveehouderij loonbedrijf akkerbouw manege paarden ruitersport dierenarts dierenkliniek dierenwinkel hondenschool kennel trimsalon
  tandarts tandartsen tandartspraktijk huisarts huisartsen huisartsenpraktijk apotheek fysiotherapie fysio praktijk kliniek zorg thuiszorg zorggroep
  uitvaart uitvaartzorg begrafenissen kapper kappers kapsalon hair hairstyling barbershop barbier salon schoonheidssalon beauty nagelstudio nails
  massage wellness sauna zonnestudio tattoo yoga pilates sport sportschool sportcentrum fitness gym dans dansschool zwemschool voetbal tennis golf
  school basisschool kinderopvang kinderdagverblijf bso muziek muziekschool theater bioscoop film fotografie fotograaf galerie kunst kunsthandel
  atelier antiek kringloop tweedehands veilingen juwelier juweliers goudsmid optiek opticien opticiens brillen schoenen schoenmode mode
  kleding damesmode herenmode kindermode lingerie boetiek boutique stoffen naaiatelier stomerij wasserij drogist drogisterij parfumerie speelgoed
  boeken boekhandel boekwinkel drukkerij drukwerk reclame supermarkt buurtsuper markt warenhuis winkel camping vakantiepark recreatie reizen
  reisbureau makelaar makelaars makelaardij notaris notarissen notariaat advocaten advocatenkantoor deurwaarders schoonmaak schoonmaakbedrijf
  uitzendbureau uitzendorganisatie consultancy coaching advies adviesgroep trainingen evenementen events feest partycentrum attracties
  architecten architectenbureau kerk parochie gemeente vereniging club voetbalvereniging sportvereniging
  bakery butcher plumbing plumber builders building construction roofing carpentry joinery painters landscaping gardens florist flowers
  hairdresser dental dentist clinic pharmacy motors cycles bikes tyres removals cleaning fashion clothing shoes jewellers jewelry furniture kitchens
  trucking farm farms foods brewery winery travel tours bakeries son sons brothers bros`
    .split(/\s+/)
    .filter(Boolean),
)

/** True for a word that may stand beside a vendor's name without making it another's. */
export function isNeutral(word: string): boolean {
  return neutral.has(word)
}

/** Legal forms and towns of the big software firms: a baker from here does not have them. */
const far = new Set(
  `inc incorporated llc pbc ltd limited unlimited plc pty gmbh kg sas sarl oy oyj aps sl dublin cork ireland irl luxembourg seattle cupertino redmond sunnyvale francisco sydney vilnius
  tallinn stockholm helsinki bellevue diego covina atlanta`
    .split(/\s+/)
    .filter(Boolean),
)

/** True for a word that a firm around the corner has not in its name. */
export function isFar(word: string): boolean {
  return far.has(word)
}

/** True for a town where firms of every trade sit. */
export function isPlace(word: string): boolean {
  return places.has(word)
}

/** True for a word that makes a name another trade's. Compounds count: `timmerfabriek`, `dakbedekkingen`. */
export function isTrade(word: string): boolean {
  if (trades.has(word)) return true
  return /.{3,}(?:bedrijf|bedrijven|handel|fabriek|winkel|werken|praktijk|bouw|techniek|makerij|mode|zaak|salon|bakkerij|slagerij|kwekerij)$/.test(
    word,
  )
}

/** True for a description that a foreign firm's card payment has. */
export function saysFar(text: string): boolean {
  return wordsOf(text).some(isFar)
}
