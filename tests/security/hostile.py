"""Texts that somebody may type to ping, to forge, to break a layout or to get lost: each with what it is."""

EVIL = "UEVIL1"
"""Nobody's id: wherever it is mentioned, a typed text has become a mention."""

HOSTILE = {
    # what Slack reads as a mention
    "channel": "<!channel> look at this",
    "here": "<!here> look at this",
    "everyone": "<!everyone> look at this",
    "channel with a label": "<!channel|harmless>",
    "group": "<!subteam^SEVIL1> and <!subteam^SEVIL1|@runners>",
    "person": f"<@{EVIL}> did this, said <@{EVIL}|alice>",
    "plain words": "@channel @here @everyone @alice #general",
    "escaped channel": "&lt;!channel&gt; &lt;@UEVIL1&gt;",
    "escaped twice": "&amp;lt;!channel&amp;gt;",
    "numeric entities": "&#60;!channel&#62; &#x3c;!here&#x3e;",
    "in pieces": "<!chan\u200bnel> <\u200b!channel>",
    "wide brackets": "\uff1c!channel\uff1e \u2039!channel\u203a",
    "unclosed": "<!channel <@UEVIL1",
    "nested": "<<!channel>> <<@UEVIL1>>",
    "over two lines": "<!\nchannel>\n<@\nUEVIL1>",
    "channel link": "<#CGENERAL> <#CGENERAL|general>",
    "date": "<!date^0^{date_long}|never> <!date^9999999999^{time}^https://evil.example|now>",
    # links
    "link with a label": "<https://evil.example|https://bank.example>",
    "mail with a label": "<mailto:evil@evil.example|boss@bank.example>",
    "script": "<javascript:alert(1)|click> javascript:alert(1)",
    "bare link": 'https://evil.example/?a=<b>&c="d"|e',
    "markdown link": "[bank](https://evil.example) ![pic](https://evil.example/x.png)",
    "file": "file:///etc/passwd \\\\evil\\share",
    # formatting
    "bold": "*bold* _italic_ ~struck~ `code`",
    "unbalanced": "*bold _italic ~struck `code",
    "fence": "```\ncode\n```\nafter",
    "open fence": "``` never closed <!channel>",
    "quote": "> quoted\n>>> all of this is quoted\nand this",
    "list": "- one\n* two\n1. three\n# Head\n---",
    "table": "| a | b |\n|---|---|\n| `1` | <!here> |",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)><b>bold</b>",
    "comment": "<!-- <!channel> --> <![CDATA[x]]>",
    "emoji codes": ":tada: :skull: :__proto__: ::",
    # templates, formats, programs
    "jinja": "{{ 7*7 }} {% for x in ().__class__.__mro__ %}{{ x }}{% endfor %} {# no #}",
    "format": "%s %d %(x)s {0} {card.brand} ${HOME} $(id) `id`",
    "sql": "'; DROP TABLE oops_case; -- \" OR 1=1",
    "json": '"}],"text":"<!channel>","x":[{"a":"',
    "backslashes": "\\n \\u003c!channel\\u003e \\",
    "a gap": "[[ who? ]] and [[",
    "our own words": "OOPS-1 was closed by <@UEVIL1>. /oops OOPS-1 `/invite @oops`",
    # characters that cannot be seen, or turn others round
    "nul": "before\x00after",
    "controls": "bell\x07 escape\x1b[31mred back\x08\x08 delete\x7f c1\x9b31m",
    "line ends": "one\r\ntwo\rthree\x0bfour\x0cfive\u2028six\u2029seven\x85eight",
    "half a character": "high \ud800 low \udc00 both \udc00\ud800",
    "override": "\u202egnp.exe\u202c and \u2066isolated\u2069 \u2067never closed",
    "embedding": "\u202a\u202b\u202d" * 50 + "deep",
    "zero width": "z\u200be\u200cr\u200do\u2060w\ufeffi\u00addth",
    "only blanks": "\u00a0\u2003\u3000\u200b\u2800 \u3164 x \u115f",
    "tag letters": "hello\U000e0041\U000e0042\U000e007f",
    "variation": "a\ufe0f\ufe0e\U000e0100",
    "noncharacters": "\ufffe\uffff\U0001ffff\U0010ffff\ufdd0",
    "private": "\ue000\uf8ff\U000f0000",
    # letters that look alike, or go the other way
    "homoglyphs": "\u0440\u0430\u0443\u0440\u0430l @\u0441hannel <!\u0441hannel>",
    "full width": "\uff20\uff43\uff48\uff41\uff4e\uff4e\uff45\uff4c",
    "right to left": "\u05e9\u05dc\u05d5\u05dd <!channel> \u0645\u0631\u062d\u0628\u0627 (\u05d0)",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f \U0001f1e9\U0001f1ea\U0001f1eb 1\ufe0f\u20e3",
    "many marks": "Z" + "\u0301\u0327\u033f" * 900 + "algo",
    "indic": "\u0915\u094d\u0937\u093f \u0ba8\u0bbf \u1112\u1161\u11ab \u0e01\u0e33",
    # too much
    "one long word": "W" * 2900,
    "one long entity": "&" * 2900,
    "many brackets": "<" * 1400 + ">" * 1400,
    "many lines": "a" + "\n" * 500 + "b",
    "many spaces": "a" + " " * 1900 + "b",
    "many mentions": "<!channel>" * 280,
    "many marks of formatting": "*_~`" * 700,
    "long emoji": "\U0001f469\u200d\U0001f680" * 900,
    "ten thousand marks": "a" + "\u0301" * 10_000,
    "a megabyte": "<!channel> " * 90_000,
}

SHORT = 200


def together() -> list[str]:
    """Return all of them, short ones five by five on lines of their own: a fifth as many runs, and different kinds meet."""
    short = [text for text in HOSTILE.values() if len(text) <= SHORT]
    runs = -(-len(short) // 5)
    fives = ["\n".join(short[at::runs]) for at in range(runs)]
    return [*fives, *(text for text in HOSTILE.values() if len(text) > SHORT)]
