/** What somebody finds beside the exported files, in both languages. */
export const exportReadme = `nabij: alles wat deze computer bewaarde / everything that this computer kept

NEDERLANDS
stations.json    de stations met hun bron, instellingen, producten, recepten, foto's en wat mensen ze leerden
verdicts.csv     elk oordeel op een regel; tijden in UTC; te openen in een spreadsheet.
                 Een tekst die met = + - of @ begint, heeft een ' ervoor, zodat hij niet als formule wordt uitgevoerd.
verdicts.jsonl   hetzelfde, volledig: een JSON-object per regel, met gebieden en rekentijden; tijden in milliseconden sinds 1970
register.json    het register: bewijs, vondsten, wat mensen erover zeiden, brieven, besluiten, standen per maand, logboek
recipes/         per station elk recept als ONNX-bestand; dat werkt ook zonder nabij
photos/          per station de foto's waarvan het leerde, goed (good) en fout (bad)
frames/          per station de bewaarde opnamen, hun afwijkingskaarten (-map.png) en kleine beelden (-small.jpg), met tijd,
                 oordeel en volgnummer

Wat er in een tabel leeg is bij "frame", "map" of "thumb", was al opgeruimd of werd niet bewaard.

ENGLISH
stations.json    the stations with their source, settings, products, recipes, photos and what people taught them
verdicts.csv     one verdict a line; times in UTC; opens in a spreadsheet.
                 A text that begins with = + - or @ has a ' in front, so that it is not run as a formula.
verdicts.jsonl   the same in full: one JSON object a line, with regions and times taken; times in milliseconds since 1970
register.json    the register: evidence, findings, what people said of it, letters, decisions, states by month, log
recipes/         each recipe of each station as an ONNX file; it works without nabij too
photos/          the photos that each station learned from, good and bad
frames/          the pictures that were kept, their anomaly maps (-map.png) and small ones (-small.jpg), with time, verdict
                 and number

Where "frame", "map" or "thumb" is empty, the picture had been cleared away or was never kept.
`
