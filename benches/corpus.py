#!/usr/bin/env python3
"""Deterministic static-site corpus, the same prose for several generators.

corpus.py --pages N --seed S --flavour {hugo,zola,plain,verbeeld} OUT
          [--nav K] [--links {url,checked}] [--search] [--bare] [--data]

Page i is the same text for every flavour; only front matter syntax, file
layout and the spelling of internal links differ.  Standard library only.
"""
import argparse, datetime, json, os, random, shutil, sys

PER_SECTION = 50
TAGS = """energietransitie jeugdzorg mobiliteit wonen woningbouw klimaatadaptatie
waterbeheer bodemdaling landbouw natuur stikstof arbeidsmarkt onderwijs cultuur
erfgoed sport toerisme economie innovatie digitalisering informatieveiligheid
privacy dienstverlening participatie democratie financien inkoop veiligheid
crisisbeheersing brandweer gezondheid ouderenzorg inclusie armoede schulden
integratie bereikbaarheid omgevingswet ruimte governance""".split()
assert len(TAGS) == 40
NOUN = """samenwerking beleidskader uitvoeringsagenda regiovisie convenant begroting
jaarplan stuurgroep werkgroep projectleider portefeuillehouder bestuursrapportage
meerjarenraming informatievoorziening gegevensuitwisseling dienstencatalogus
omgevingsvisie gebiedsgerichte_aanpak kwartaalrapportage risicoparagraaf
coördinatiepunt programmabureau kernteam evaluatie financiële_bijdrage
verdeelsleutel raadsinformatiebrief zienswijze gemeenschappelijke_regeling
deelnemersraad afsprakenkader monitoringsplan kennisnetwerk proeftuin
aanbestedingsdossier inwonerspanel huisvestingsopgave warmtevisie
mobiliteitsplan arbeidsmarktregio zorginkoop privacytoets""".split()
WHO = """de_provincie het_waterschap de_gemeenteraad het_college de_regioraad
het_dagelijks_bestuur de_veiligheidsregio het_secretariaat de_ambtelijke_werkgroep
de_deelnemende_gemeenten de_adviescommissie het_kernteam de_griffie
de_omgevingsdienst de_regionale_uitvoeringsdienst het_algemeen_bestuur
de_stuurgroep het_programmabureau""".split()
VERB = """bespreekt bewaakt ondersteunt publiceert beoordeelt actualiseert verkent
bundelt financiert coördineert evalueert agendeert vertaalt toetst verbindt
bekrachtigt herijkt stroomlijnt""".split()
WHEN = """in_het_najaar vóór_de_zomer elk_kwartaal na_het_bestuurlijk_overleg
tijdens_de_regiodag binnen_dit_programma voor_het_eerst in_samenspraak_met_inwoners
op_verzoek_van_de_raad vanaf_volgend_jaar in_de_tweede_fase
bij_de_begrotingsbehandeling zoals_eerder_afgesproken in_nauw_overleg
met_ingang_van_januari""".split()
TAIL = """zodat_de_gemeenten_tijdig_kunnen_besluiten
waardoor_de_kosten_beter_in_beeld_komen
en_legt_daarover_verantwoording_af_aan_de_raden
omdat_de_opgave_niet_bij_de_gemeentegrens_ophoudt
met_aandacht_voor_kleine_kernen_én_grotere_steden
zonder_dat_dit_leidt_tot_extra_bestuurlijke_drukte
terwijl_de_uitvoering_dicht_bij_inwoners_blijft
en_deelt_de_uitkomsten_met_alle_partners
conform_de_gemaakte_afspraken_over_privacy_en_informatiebeveiliging
als_onderdeel_van_de_meerjarige_ontwikkelagenda""".split()
GEM = """Noorderwoud Zandbergen Waterlo Oosterhaven Lindedorp Meerzicht Hoogveld
Kerkrade-West Duinrand Beekdal Rivierenburg Heuvelland Polderwijk Steenakker
Vlasmeer Eikenrode""".split()
HEAD = """Aanleiding Doelstelling Aanpak Planning Financiën Betrokken_partijen Resultaten
Risico's_en_maatregelen Vervolgstappen Juridisch_kader Communicatie Governance
Monitoring_en_evaluatie Achtergrond Stand_van_zaken Afwegingskader""".split()

def sp(w): return w.replace("_", " ")

class Page:
    __slots__ = "i sec slug title desc date tags".split()

def meta(i, seed):
    r = random.Random(f"{seed}/meta/{i}")
    p = Page()
    p.i, p.sec = i, i // PER_SECTION
    p.slug = f"pagina-{i:05d}"
    p.title = f"{sp(r.choice(NOUN)).capitalize()} {r.choice(GEM)} {r.choice('I II III IV V'.split())} ({i})"
    p.desc = f"{sp(r.choice(WHO)).capitalize()} {r.choice(VERB)} {r.choice(['de','een'])} {sp(r.choice(NOUN))} {sp(r.choice(WHEN))}."
    p.date = datetime.date(2016, 1, 4) + datetime.timedelta(hours=8 * i)
    p.tags = sorted(r.sample(TAGS, 3))
    return p

def sentence(r):
    a = sp(r.choice(WHEN))
    s = f"{a[0].upper()}{a[1:]} {r.choice(VERB)} {sp(r.choice(WHO))} de {sp(r.choice(NOUN))}"
    k = r.random()
    if k < .45: s += f" van {r.choice(GEM)}"
    elif k < .6: s += f" en de {sp(r.choice(NOUN))}"
    if r.random() < .6: s += f", {sp(r.choice(TAIL))}"
    return s + "."

def para(r, words, mark=False):
    out, n = [], 0
    while n < words:
        s = sentence(r); out.append(s); n += s.count(" ") + 1
    if mark:
        w = out[0].split(" "); w[2] = f"**{w[2]}**"; out[0] = " ".join(w)
        if len(out) > 1:
            w = out[1].split(" "); w[3] = f"*{w[3]}*"; out[1] = " ".join(w)
    return " ".join(out)

def items(r, n):
    return [f"{sp(r.choice(NOUN)).capitalize()} voor {r.choice(GEM)}, {sp(r.choice(TAIL))}" for _ in range(n)]

def body(p, N, seed, link):
    """link(page index) -> url; returns the Markdown body, about 600 words."""
    r = random.Random(f"{seed}/body/{p.i}")
    h = r.sample(HEAD, 6)
    h = [sp(x) for x in h]
    lo = p.sec * PER_SECTION
    t1 = lo + r.randrange(PER_SECTION)
    t2, t3 = r.randrange(1 << 30), r.randrange(1 << 30)
    tg = [t1 % N, t2 % N, t3 % N]
    L = [f"Zie ook [de {sp(r.choice(NOUN))} van {r.choice(GEM)}]({link(t)}) voor de samenhang met andere trajecten." for t in tg]
    o = []
    o.append(para(r, 55, True) + "[^1]")
    o.append(f"## {h[0]}")
    o.append(para(r, 50, True))
    o.append(para(r, 38) + " " + L[0])
    o.append("\n".join(f"- {x}" for x in items(r, 5)))
    o.append(f"### {h[1]}")
    o.append(para(r, 45))
    o.append(f"## {h[2]}")
    o.append(para(r, 38, True) + " " + L[1])
    rows = ["| Gemeente | Inwoners | Bijdrage | Aandeel |", "|:---|---:|---:|---:|"]
    for _ in range(6):
        rows.append(f"| {r.choice(GEM)} | {r.randrange(9, 180)}.{r.randrange(1000):03d} | € {r.randrange(20, 900)}.{r.randrange(1000):03d} | {r.randrange(1, 40)}% |")
    o.append("\n".join(rows))
    o.append(f"### {h[3]}")
    o.append(para(r, 45))
    o.append("\n".join(f"{k+1}. {x}" for k, x in enumerate(items(r, 4))))
    o.append(f"## {h[4]}")
    o.append(para(r, 50) + " " + L[2])
    if p.i % 10 == 0:
        o.append("```toml\n[[maatregel]]\nnaam = \"%s\"\nbudget = %d\nactief = true # jaarlijks herzien\ngemeenten = [\"%s\", \"%s\"]\nstart = 2025-01-01\n```" % (
            sp(r.choice(NOUN)), r.randrange(1000, 90000), r.choice(GEM), r.choice(GEM)))
    o.append(f"### {h[5]}")
    o.append(para(r, 45))
    o.append(f"[^1]: {sentence(r)}")
    return "\n\n".join(o) + "\n"

def sec_slug(s): return f"sectie-{s:03d}"
def sec_title(s, seed):
    r = random.Random(f"{seed}/sec/{s}")
    return f"{sp(r.choice(NOUN)).capitalize()} {r.choice(GEM)} {s:03d}"
def sec_desc(s, seed):
    r = random.Random(f"{seed}/secd/{s}")
    return sentence(r)
def sec_body(s, seed):
    r = random.Random(f"{seed}/secb/{s}")
    return para(r, 50) + "\n\n" + para(r, 40) + "\n"

def q(s): return json.dumps(s, ensure_ascii=False)   # valid as TOML and YAML basic string

def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f: f.write(text)

CSS = "body{font:1rem/1.5 sans-serif;max-width:70rem;margin:auto}nav ul{columns:4}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .5em}\n"
HOME_BODY = "Welkom op het **regioportaal**. Hier vindt u de samenwerking per onderwerp.\n"

# ------------------------------------------------------------------ plain / hugo
def toml_fm(p): return f"+++\ntitle = {q(p.title)}\ndescription = {q(p.desc)}\ndate = {p.date}\ntags = {json.dumps(p.tags)}\n+++\n\n"

def gen_plain(a, out, hugo=False):
    link = lambda t: f"/{sec_slug(t//PER_SECTION)}/pagina-{t:05d}/"
    if a.links == "checked": link = lambda t: f"/{sec_slug(t//PER_SECTION)}/pagina-{t:05d}.md"
    idx = "_index.md" if hugo else "index.md"
    c = f"{out}/content"
    write(f"{c}/{idx}", f"+++\ntitle = \"Regioportaal\"\ndescription = \"Regionale samenwerking\"\n+++\n\n{HOME_BODY}")
    for s in range(a.nsec):
        write(f"{c}/{sec_slug(s)}/{idx}", f"+++\ntitle = {q(sec_title(s,a.seed))}\ndescription = {q(sec_desc(s,a.seed))}\nweight = {s+1}\n+++\n\n{sec_body(s,a.seed)}")
    for i in range(a.pages):
        p = meta(i, a.seed)
        write(f"{c}/{sec_slug(p.sec)}/{p.slug}.md", toml_fm(p) + body(p, a.pages, a.seed, link))

def gen_hugo(a, out):
    gen_plain(a, out, hugo=True)
    write(f"{out}/static/site.css", CSS)
    write(f"{out}/hugo.toml", f'''baseURL = "https://portaal.example/"
title = "Regioportaal"
locale = "nl"
enableRobotsTXT = true
[taxonomies]
tag = "tags"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 20
[params]
navMax = {a.nav}
[markup.highlight]
noClasses = false
[markup.goldmark.extensions.typographer]
disable = true
''' + ('[markup.goldmark.renderHooks.link]\nuseEmbedded = "always"\n' if a.links == "checked" else ""))
    L = f"{out}/layouts"
    write(f"{L}/baseof.html", '''<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a>
{{ partial NAVPARTIAL }}
</header>
<main>
{{ partial "breadcrumbs.html" . }}
{{ block "main" . }}{{ end }}
</main>
<footer><p>Regioportaal. <a href="/sitemap.xml">Sitemap</a></p></footer>
</body>
</html>
'''.replace("partial NAVPARTIAL", 'partialCached "nav.html" .' if a.navcache else 'partial "nav.html" .'))
    write(f"{L}/_partials/nav.html", '''<nav aria-label="Hoofdmenu"><ul>
{{- range first site.Params.navMax site.Home.Sections }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>
{{- end }}
</ul></nav>
''')
    write(f"{L}/_partials/breadcrumbs.html", '''<nav aria-label="Kruimelpad"><ol>
{{- range .Ancestors.Reverse }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>
{{- end }}
<li aria-current="page">{{ .LinkTitle }}</li>
</ol></nav>
''')
    write(f"{L}/home.html", '''{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ .Content }}
<ul>
{{- range .Sections }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ .Description }}</li>
{{- end }}
</ul>
{{ end }}
''')
    write(f"{L}/section.html", '''{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ .Content }}
<ul>
{{- range .RegularPages.ByDate.Reverse }}
<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ .Description }}</li>
{{- end }}
</ul>
{{ end }}
''')
    write(f"{L}/page.html", '''{{ define "main" }}
<article>
<h1>{{ .Title }}</h1>
<p><time>{{ .Date.Format "2006-01-02" }}</time>
{{- range .GetTerms "tags" }} <a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</p>
<aside>{{ .TableOfContents }}</aside>
{{ .Content }}
</article>
<nav aria-label="Vorige en volgende">
{{- with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}
{{- with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end -}}
</nav>
{{ end }}
''')
    write(f"{L}/taxonomy.html", '''{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>
{{- range .Data.Terms.Alphabetical }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.LinkTitle }}</a> ({{ .Count }})</li>
{{- end }}
</ul>
{{ end }}
''')
    write(f"{L}/term.html", '''{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>
{{- range .Pages.ByDate.Reverse }}
<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>
{{- end }}
</ul>
{{ end }}
''')

# ------------------------------------------------------------------ zola
SEARCH = '[search]\nindex_format = "elasticlunr_json"\n'
def gen_zola(a, out):
    link = lambda t: f"/{sec_slug(t//PER_SECTION)}/pagina-{t:05d}/"
    if a.links == "checked": link = lambda t: f"@/{sec_slug(t//PER_SECTION)}/pagina-{t:05d}.md"
    c = f"{out}/content"
    write(f"{c}/_index.md", f"+++\ntitle = \"Regioportaal\"\ndescription = \"Regionale samenwerking\"\nsort_by = \"date\"\n+++\n\n{HOME_BODY}")
    for s in range(a.nsec):
        write(f"{c}/{sec_slug(s)}/_index.md", f"+++\ntitle = {q(sec_title(s,a.seed))}\ndescription = {q(sec_desc(s,a.seed))}\nsort_by = \"date\"\nweight = {s+1}\n+++\n\n{sec_body(s,a.seed)}")
    for i in range(a.pages):
        p = meta(i, a.seed)
        fm = f"+++\ntitle = {q(p.title)}\ndescription = {q(p.desc)}\ndate = {p.date}\n[taxonomies]\ntags = {json.dumps(p.tags)}\n+++\n\n"
        write(f"{c}/{sec_slug(p.sec)}/{p.slug}.md", fm + body(p, a.pages, a.seed, link))
    write(f"{out}/static/site.css", CSS)
    write(f"{out}/zola.toml", f'''base_url = "https://portaal.example"
title = "Regioportaal"
default_language = "{"en" if a.search else "nl"}"
taxonomies = [{{ name = "tags" }}]
generate_feeds = true
feed_filenames = ["atom.xml"]
feed_limit = 20
build_search_index = {"true" if a.search else "false"}
{SEARCH if a.search else ""}
[markdown]
bottom_footnotes = true
[markdown.highlighting]
theme = "github-light"
style = "class"
[extra]
nav_max = {a.nav}
''')
    T = f"{out}/templates"
    write(f"{T}/base.html", '''<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>{% block title %}{{ config.title }}{% endblock %} - {{ config.title }}</title>
<meta name="description" content="{% block description %}{% endblock %}">
<link rel="canonical" href="{{ current_url | safe }}">
<link rel="alternate" type="application/atom+xml" href="/atom.xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="/">{{ config.title }}</a>
{% include "nav.html" %}
</header>
<main>
{% block crumbs %}{% endblock %}
{% block main %}{% endblock %}
</main>
<footer><p>Regioportaal. <a href="/sitemap.xml">Sitemap</a></p></footer>
</body>
</html>
''')
    write(f"{T}/nav.html", '''{% set home = get_section(path="_index.md", metadata_only=true) -%}
<nav aria-label="Hoofdmenu"><ul>
{%- for s in home.subsections | slice(end=config.extra.nav_max) %}{% set sec = get_section(path=s, metadata_only=true) %}
<li><a href="{{ sec.path }}">{{ sec.title }}</a></li>
{%- endfor %}
</ul></nav>
''')
    write(f"{T}/crumbs.html", '''{% macro crumbs(item) %}<nav aria-label="Kruimelpad"><ol>
{%- for s in item.ancestors %}{% set sec = get_section(path=s, metadata_only=true) %}
<li><a href="{{ sec.path }}">{{ sec.title }}</a></li>
{%- endfor %}
<li aria-current="page">{{ item.title }}</li>
</ol></nav>{% endmacro %}
''')
    sect = '''{% extends "base.html" %}
{% import "crumbs.html" as c %}
{% block title %}{{ section.title }}{% endblock %}
{% block description %}{{ section.description }}{% endblock %}
{% block crumbs %}{{ c::crumbs(item=section) }}{% endblock %}
'''
    write(f"{T}/index.html", sect + '''{% block main %}
<h1>{{ section.title }}</h1>
{{ section.content | safe }}
<ul>
{%- for s in section.subsections %}{% set sec = get_section(path=s, metadata_only=true) %}
<li><a href="{{ sec.path }}">{{ sec.title }}</a> {{ sec.description }}</li>
{%- endfor %}
</ul>
{% endblock %}
''')
    write(f"{T}/section.html", sect + '''{% block main %}
<h1>{{ section.title }}</h1>
{{ section.content | safe }}
<ul>
{%- for p in section.pages %}
<li><time>{{ p.date }}</time> <a href="{{ p.path }}">{{ p.title }}</a> {{ p.description }}</li>
{%- endfor %}
</ul>
{% endblock %}
''')
    write(f"{T}/page.html", '''{% extends "base.html" %}
{% import "crumbs.html" as c %}
{% block title %}{{ page.title }}{% endblock %}
{% block description %}{{ page.description }}{% endblock %}
{% block crumbs %}{{ c::crumbs(item=page) }}{% endblock %}
{% block main %}
<article>
<h1>{{ page.title }}</h1>
<p><time>{{ page.date }}</time>
{%- for t in page.taxonomies.tags %} <a href="/tags/{{ t }}/">{{ t }}</a>{% endfor %}</p>
<aside><nav id="TableOfContents"><ul>
{%- for h in page.toc %}
<li><a href="#{{ h.id }}">{{ h.title }}</a>{% if h.children %}<ul>
{%- for k in h.children %}
<li><a href="#{{ k.id }}">{{ k.title }}</a></li>
{%- endfor %}</ul>{% endif %}</li>
{%- endfor %}
</ul></nav></aside>
{{ page.content | safe }}
</article>
<nav aria-label="Vorige en volgende">
{%- if page.higher %}<a rel="prev" href="{{ page.higher.path }}">{{ page.higher.title }}</a>{% endif %}
{%- if page.lower %}<a rel="next" href="{{ page.lower.path }}">{{ page.lower.title }}</a>{% endif -%}
</nav>
{% endblock %}
''')
    write(f"{T}/tags/list.html", '''{% extends "base.html" %}
{% block title %}Tags{% endblock %}
{% block main %}
<h1>Tags</h1>
<ul>
{%- for t in terms %}
<li><a href="{{ t.path }}">{{ t.name }}</a> ({{ t.page_count }})</li>
{%- endfor %}
</ul>
{% endblock %}
''')
    write(f"{T}/tags/single.html", '''{% extends "base.html" %}
{% block title %}{{ term.name }}{% endblock %}
{% block main %}
<h1>{{ term.name }}</h1>
<ul>
{%- for p in term.pages %}
<li><time>{{ p.date }}</time> <a href="{{ p.path }}">{{ p.title }}</a></li>
{%- endfor %}
</ul>
{% endblock %}
''')

# ------------------------------------------------------------------ verbeeld
# Default: the theme weefsel, as users have it.  --bare: a theme `kaal` in the site's own themes/ folder that extends
# nothing, with the same minimal templates as the peers (no script, one line of CSS).  --data: with a small collaboration
# (3 bodies, 3 organisations, 5 ties, 3 figures, 3 terms), so that a data file can be edited.
# Links are always checked (also anchors) and a search index is always made: neither can be switched off.
# The peers link to a page's terms and list the sections on the home page from a template; a Verbeeld template does not see
# either, so with --bare the terms come from [extra], and the list on the home page is Markdown.
VB_DATA = {
"lagen": """[[laag]]\nid = "bestuurlijk"\nnaam = "Bestuurlijk"\nomschrijving = "Hier worden de besluiten genomen."\nkleur = "indigo"\nvolgorde = 1\n
[[laag]]\nid = "uitvoering"\nnaam = "Uitvoering"\nomschrijving = "Hier gebeurt het werk."\nkleur = "weide"\nvolgorde = 2\n""",
"niveaus": "\n".join(f"""[[niveau]]\nid = "{i}"\nnaam = "{n}"\nbetekenis = "{b}"\nvorm = "{v}"\nkleur = "{k}"\n{r}status = "voorstel"\nbron = ["werkplan"]\n"""
  for i, n, b, v, k, r in [("kennismaken","kennismaken","Men weet elkaar te vinden.","draad","meekrap","rang = 1\n"),
    ("afstemmen","afstemmen","Men maakt plannen samen en besluit zelf.","strengen","indigo","rang = 2\n"),
    ("samen-doen","samen doen","Men besluit samen en voert samen uit.","vlecht","weide","rang = 3\n"),
    ("gescheiden","bewust gescheiden","Men houdt het werk met opzet los van elkaar.","gescheiden","inkt-zacht",""),
    ("onbepaald","nog niet bepaald","Over deze band is nog niets afgesproken.","onbepaald","inkt-zacht","")]),
"bronnen": """[[bron]]\nid = "werkplan"\nnaam = "Werkplan Beekdal 2026"\nsoort = "plan"\ndatum = 2026\nomschrijving = "Het plan voor het eerste jaar."\nuitgever = "Kernteam Beekdal"\n""",
"cijfers": """[[cijfer]]\nid = "bijdrage.geld"\nnaam = "Bijdrage in geld, per partner per jaar"\nwaarde = 5000\neenheid = "euro"\nstatus = "voorstel"\nbron = ["werkplan"]\n""",
"organisaties": "\n".join(f"""[[organisatie]]\nid = "{i}"\nnaam = "{n}"\nsoort = "{s}"\nomschrijving = "{o}"\n{x}deelname = "deelnemer"\nstatus = "feit"\nbron = ["werkplan"]\n"""
  for i, n, s, o, x in [("beekstad","Gemeente Beekstad","gemeente","Door Beekstad loopt het langste stuk van de beek.",'buren = ["molenbroek"]\n'),
    ("molenbroek","Gemeente Molenbroek","gemeente","In Molenbroek ontspringt de beek.",'buren = ["beekstad"]\n'),
    ("waterschap-beekdal","Waterschap Beekdal","waterschap","Het waterschap beheert de beek.",'laag = "uitvoering"\n')]),
"gremia": "\n".join(f"""[[gremium]]\nid = "{i}"\nnaam = "{n}"\nlaag = "{l}"\nomschrijving = "{o}"\nbesluit = {b}\nstatus = "voorstel"\nbron = ["werkplan"]\n[[gremium.lid]]\norganisatie = "{m}"\nfunctie = "voorzitter"\n"""
  for i, n, l, o, b, m in [("bestuurlijk-overleg-beekdal","Bestuurlijk overleg Beekdal","bestuurlijk","Hier besluiten de bestuurders van de drie partners.","true","beekstad"),
    ("kernteam-beekdal","Team van het Beekdal","uitvoering","Het team bereidt de besluiten voor.","false","molenbroek"),
    ("projectgroep-oevers","Projectgroep Oevers","uitvoering","De projectgroep maakt de oevers natuurlijker.","false","waterschap-beekdal")]),
"relaties": "\n".join(f"""[[relatie]]\nid = "{a}--{b}"\nvan = "{a}"\nnaar = "{b}"\nsoort = "{s}"\nonderwerp = "{o}"\nstatus = "voorstel"\nbron = ["werkplan"]\n[[relatie.niveau]]\nniveau = "{n}"\nstatus = "voorstel"\nbron = ["werkplan"]\n"""
  for a, b, s, o, n in [("kernteam-beekdal","bestuurlijk-overleg-beekdal","voorbereiding","Het team bereidt de besluiten van het bestuur voor.","afstemmen"),
    ("projectgroep-oevers","kernteam-beekdal","voorbereiding","De projectgroep legt haar plannen voor aan het team.","samen-doen"),
    ("waterschap-beekdal","projectgroep-oevers","ondersteuning","Het waterschap meet en deelt zijn kennis van de beek.","kennismaken"),
    ("beekstad","molenbroek","afstemming","De gemeenten stemmen hun werk aan de beek af.","afstemmen")]),
"begrippen": """[[begrip]]\nid = "natuurlijke-oever"\nnaam = "natuurlijke oever"\nbetekenis = "Een oever van zand en planten, zonder harde rand."\nzie = ["projectgroep-oevers"]\n""",
}
def gen_verbeeld(a, out):
    link = lambda t: f"/{sec_slug(t//PER_SECTION)}/pagina-{t:05d}/"
    c = f"{out}/site/content"
    home = "\n".join(f"- [{sec_title(s,a.seed)}](/{sec_slug(s)}/) {sec_desc(s,a.seed)}" for s in range(a.nsec))
    extra = "\n{{ bijdrage.geld }} per jaar, zie [[projectgroep-oevers]].\n" if a.data else ""
    write(f"{c}/index.md", f"+++\ntitel = \"Regioportaal\"\nomschrijving = \"Regionale samenwerking\"\n+++\n\n{HOME_BODY}{extra}\n{home}\n")
    for s in range(a.nsec):
        write(f"{c}/{sec_slug(s)}/index.md", f"+++\ntitel = {q(sec_title(s,a.seed))}\nomschrijving = {q(sec_desc(s,a.seed))}\nvolgorde = {s+1}\n+++\n\n{sec_body(s,a.seed)}")
    for i in range(a.pages):
        p = meta(i, a.seed)
        fm = f"+++\ntitel = {q(p.title)}\nomschrijving = {q(p.desc)}\ndatum = {p.date}\ntrefwoorden = {json.dumps(p.tags)}\n"
        if a.bare: fm += f"[extra]\ntags = {json.dumps(p.tags)}\n"
        write(f"{c}/{sec_slug(p.sec)}/{p.slug}.md", fm + "+++\n\n" + body(p, a.pages, a.seed, link))
    menu = "".join(f"\n[[menu]]\ntitel = {q(sec_title(s,a.seed))}\nnaar = \"{sec_slug(s)}/\"\n" for s in range(min(a.nsec, a.nav)))
    thema = 'thema = "kaal"\n' if a.bare else ""
    # `stand` lies after the last page's date, so that no page is told to lie in the future.
    write(f"{out}/site/portal.toml", f'naam = "Regioportaal"\nomschrijving = "Regionale samenwerking"\ntaal = "nl"\nbasis_url = "https://portaal.example/"\neigenaar = "Redactie"\nstand = 2049-01-01\n{thema}{menu}')
    if a.data:
        for name, text in VB_DATA.items(): write(f"{out}/site/data/{name}.toml", text)
    if not a.bare: return
    write(f"{out}/site/static/site.css", CSS)
    K = f"{out}/themes/kaal"; T = f"{K}/templates"
    write(f"{K}/theme.toml", 'naam = "kaal"\nomschrijving = "De sjablonen van de maat."\nversie = "0.1.0"\n')
    write(f"{T}/basis.html", """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>{{ page.title }} - {{ site.name }}</title>
<meta name="description" content="{{ page.description }}">
<link rel="canonical" href="{{ page.canonical }}">
<link rel="alternate" type="application/atom+xml" href="/atom.xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="/">{{ site.name }}</a>
<nav aria-label="Hoofdmenu"><ul>
{%- for link in site.menu %}
<li><a href="/{{ link.url }}">{{ link.title }}</a></li>
{%- endfor %}
</ul></nav>
</header>
<main>
<nav aria-label="Kruimelpad"><ol>
{%- for link in page.breadcrumbs %}
<li><a href="/{{ link.url }}">{{ link.title }}</a></li>
{%- endfor %}
<li aria-current="page">{{ page.title }}</li>
</ol></nav>
{% block main %}{% endblock %}
</main>
<footer><p>Regioportaal. <a href="/sitemap.xml">Sitemap</a></p></footer>
</body>
</html>
""")
    body_ = "{%- for part in page.body %}{{ part.html | safe }}{% endfor %}"
    items_ = """<ul>
{%- for item in page.items %}
<li><time>{{ item.tag }}</time> <a href="/{{ item.url }}">{{ item.title }}</a> {{ item.text | safe }}</li>
{%- endfor %}
</ul>"""
    write(f"{T}/pagina.html", '{% extends "basis.html" %}{% block main %}\n<article>\n<h1>{{ page.title }}</h1>\n<p><time>{{ page.updated_iso }}</time>\n{%- if page.extra?.tags %}{% for t in page.extra.tags %} <a href="/trefwoorden/{{ t }}/">{{ t }}</a>{% endfor %}{% endif %}</p>\n<aside><nav id="TableOfContents"><ul>\n{%- for h in page.toc %}\n<li class="h{{ h.level }}"><a href="#{{ h.id }}">{{ h.title }}</a></li>\n{%- endfor %}\n</ul></nav></aside>\n' + body_ + '\n</article>\n<nav aria-label="Vorige en volgende">\n{%- if page.previous %}<a rel="prev" href="/{{ page.previous.url }}">{{ page.previous.title }}</a>{% endif %}\n{%- if page.next %}<a rel="next" href="/{{ page.next.url }}">{{ page.next.title }}</a>{% endif -%}\n</nav>\n{% endblock %}\n')
    write(f"{T}/lijst.html", '{% extends "basis.html" %}{% block main %}\n<h1>{{ page.title }}</h1>\n' + body_ + "\n" + items_ + "\n{% endblock %}\n")
    write(f"{T}/start.html", '{% extends "basis.html" %}{% block main %}\n<h1>{{ page.title }}</h1>\n' + body_ + "\n{% endblock %}\n")
    write(f"{T}/404.html", '{% extends "basis.html" %}{% block main %}\n<h1>{{ page.title }}</h1>\n{% endblock %}\n')
    write(f"{T}/entiteit.html", '{% extends "basis.html" %}{% block main %}\n<h1>{{ page.title }}</h1>\n' + body_ + "\n{% endblock %}\n")
    write(f"{T}/omleiding.html", '{% extends "basis.html" %}{% block main %}\n<h1>{{ page.title }}</h1>\n{% endblock %}\n')

def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--pages", type=int, required=True)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--flavour", required=True, choices="hugo zola plain verbeeld".split())
    ap.add_argument("--nav", type=int, default=20, help="sections listed in the header (default 20)")
    ap.add_argument("--navcache", action="store_true", help="hugo: partialCached for the navigation")
    ap.add_argument("--links", choices=["url", "checked"], default="url", help="url: plain site paths; checked: the engine's own checked link syntax (hugo, zola)")
    ap.add_argument("--search", action="store_true", help="switch the built-in search index on")
    ap.add_argument("--bare", action="store_true", help="verbeeld: the peers' minimal templates instead of the theme weefsel")
    ap.add_argument("--data", action="store_true", help="verbeeld: with a small collaboration in site/data")
    ap.add_argument("out")
    a = ap.parse_args()
    a.nsec = (a.pages + PER_SECTION - 1) // PER_SECTION
    if os.path.exists(a.out): shutil.rmtree(a.out)
    os.makedirs(a.out)
    {"hugo": gen_hugo, "zola": gen_zola, "plain": gen_plain, "verbeeld": gen_verbeeld}[a.flavour](a, a.out.rstrip("/"))

if __name__ == "__main__": main()
