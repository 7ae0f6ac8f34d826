"""Pages that cite nobody and list no sources, but look as if they did."""

_PROSE = (
    "<p>Nothing of this was written down at the time, and what we know of it comes from those who "
    "came later and asked the people of the harbour what they remembered of those years.</p>"
)

LOOKALIKES: dict[str, str] = {
    "years of products": "<p>The workshop bought a Tern Cargo (2016) and two older boats, a Skerry 4 (1998) and a Skerry 5 (2003), for the ferry line.</p><p>Drivers praise the Lumen Pro (2021) for its range; the Lumen Mini (2019) was cheaper.</p>",
    "dates of artists": "<p>The hall shows works by Ida Fenwick (1881–1954), Carl Tan (born 1932) and the brothers Okafor (1901–1977, 1904–1969).</p><p>Fenwick (1881–1954) painted the second wall eleven times.</p>",
    "films and albums": "<p>She played the keeper in <i>Night Ferry</i> (2004), then a smuggler in <i>Salt</i> (2007) and herself in the comedy <i>Low Tide</i> (2011).</p><ul><li>Night Ferry (2004)</li><li>Salt (2007)</li><li>Low Tide (2011)</li><li>High Tide (2014)</li></ul>",
    "paragraph numbers": "<p>[1] The parties met at the harbour office.</p><p>[2] The second wall was not part of the lease.</p><p>[3] The tenant paid in fish.</p><p>[4] The court dismisses the claim.</p>",
    "counts of comments": "<p>The ferry is late again, and everybody has an opinion.</p><div class='meta'><a href='#comments'>12</a> <a href='#comments'>Comments (12)</a> <span>Likes (3)</span> <span>Shares (7)</span></div>",
    "indices of code": "<p>Read the first tide with <code>tides[0]</code> and the next with <code>tides[1]</code>, then tides[2] and tides[3].</p><pre>for i in range(4):\n    print(tides[1], names[2])\n    total += levels[3]</pre>",
    "exponents": "<p>The yard measures 400 m<sup>2</sup>, the tank holds 12 m<sup>3</sup>, and 10<sup>3</sup> litres of oil weigh less than 1 t. CO<sub>2</sub> rose by 2 %, and x<sup>2</sup> + y<sup>2</sup> is constant.</p>",
    "ordinals": "<p>On the 1<sup>st</sup> of May and the 2<sup>nd</sup> of June the ferry rests; the 3<sup>rd</sup> boat replaces it.</p>",
    "list of events": "<h2>Programme</h2><ul><li>4 May 2023, 19:00: Walk along the second wall, meeting point at the mill</li><li>11 May 2023, 19:00: Reading with Ada Okafor, town library</li><li>2 June 2023, 20:00: Lamps and oil, an evening with the keepers, harbour hall</li></ul>",
    "related links": "<h2>Read more</h2><ul><li><a href='/a/1'>Who paid for the second wall (2019)</a></li><li><a href='/a/2'>Five lamps and what they burned (2020)</a></li><li><a href='/a/3'>Interview: Ida Fenwick on fog (2021)</a></li></ul>",
    "prices and sizes": "<p>A day ticket costs 4 (children 2), a month 40 (20). Room 3 (first floor) seats 40, room 4 (second floor) 25.</p><ul><li>Rope (10 m)</li><li>Lamp oil (1 l)</li><li>Hooks (12)</li></ul>",
    "results of matches": "<p>Harbour beat Mill (3) to (1) after Hill had lost (2) to (4); in the end Harbour stood first (12), Mill second (9) and Hill third (7).</p>",
    "steps of a recipe": "<h2>Method</h2><ol><li>Soak the beans overnight and drain them in the morning.</li><li>Fry the onions in oil for 10 minutes.</li><li>Add stock and simmer for an hour; salt at the end.</li></ol><h2>Recipe notes</h2><ul><li>Keeps for three days in the fridge.</li><li>Use dried beans, not tinned ones.</li></ul>",
    "laws and agreements": "<p>The Harbour Act (1924) and the Coastal Agreement (1967) set the tolls; Regulation 12 (2003) ended them. See Section 4 (2) of the Act.</p>",
    "places and years": "<p>Congresses followed in Bristol (1962), Hamburg (1966) and Vigo (1971). The exhibition (Leeds, 2019) drew a crowd, and so did its sequel (Halifax, 2021).</p>",
    "publisher behind a title": "<p>Her first novel, <i>The Keeper’s Daughter</i> (Saltmarsh Press, 1998), sold badly; the second, <i>Ropewalk</i> (Leeds: Merrow House, 2003), did not.</p>",
    "timeline": "<h2>History</h2><ul><li>1881: The first wall is built by Ida Fenwick and her sons.</li><li>1924: The Harbour Act passes; tolls are paid in fish.</li><li>1967: The ferry line opens, with two boats.</li><li>2019: The wall is listed.</li></ul>",
    "biographical note": "<p>Ada Okafor (b. 1961) teaches history in Leeds. She is the author of <i>Rope and Rust</i> (2009) and edits the Tern Notes.</p>",
    "footnote signs on prices": "<table><tr><th>Ticket</th><th>Price*</th></tr><tr><td>Day</td><td>4.00</td></tr><tr><td>Month</td><td>40.00</td></tr></table><p>* Prices include the toll.</p>",
    "narrated years": "<p>As keeper Tan said in the winter of 1987, nobody slept. In 1990 the council (2,000 people at the time) voted against it; (1992) brought a new vote.</p>",
}
"""What stands in the body of each page, by the kind of look-alike."""


def lookalike_page(name: str) -> str:
    """Return a whole page around one of the bodies."""
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Harbour notes</title></head>"
        f"<body><nav><a href='/'>Tern Notes</a></nav><article><h1>Harbour notes</h1>{_PROSE}{LOOKALIKES[name]}{_PROSE}</article>"
        "<footer><p>© 2024 Tern Notes</p></footer></body></html>"
    )
