/** What somebody finds beside the exported files, in both languages. */
export const exportReadme = `nabij: alles wat deze computer bewaarde / everything that this computer kept

NEDERLANDS
stations.json    de stations met hun bron, recepten en foto's
verdicts.csv     elk oordeel op een regel; tijden in UTC; te openen in een spreadsheet.
                 Een tekst die met = + - of @ begint, heeft een ' ervoor, zodat hij niet als formule wordt uitgevoerd.
verdicts.jsonl   hetzelfde, volledig: een JSON-object per regel, met gebieden en rekentijden; tijden in milliseconden sinds 1970
recipes/         per station elk recept als ONNX-bestand; dat werkt ook zonder nabij
photos/          per station de foto's waarvan het leerde, goed (good) en fout (bad)
frames/          per station de bewaarde opnamen en hun afwijkingskaarten (-map.png), met tijd, oordeel en volgnummer

Wat er in een tabel leeg is bij "frame" of "map", was al opgeruimd of werd niet bewaard.

ENGLISH
stations.json    the stations with their source, recipes and photos
verdicts.csv     one verdict a line; times in UTC; opens in a spreadsheet.
                 A text that begins with = + - or @ has a ' in front, so that it is not run as a formula.
verdicts.jsonl   the same in full: one JSON object a line, with regions and times taken; times in milliseconds since 1970
recipes/         each recipe of each station as an ONNX file; it works without nabij too
photos/          the photos that each station learned from, good and bad
frames/          the pictures that were kept and their anomaly maps (-map.png), with time, verdict and number

Where "frame" or "map" is empty, the picture had been cleared away or was never kept.
`
