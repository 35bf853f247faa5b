/** Templates that try to take time, memory or the stack. Each says what it gives, or must not give. */
export const hostileTemplates: Record<string, string> = {
  'a range of a hundred million': '{% for i in (1..100000000) %}x{% endfor %}',
  'a range just within the memory': '{{ (1..120000) | join }}',
  'a range past the safe integers': '{% for i in (100000000000000000..100000000000000100) %}x{% endfor %}',
  'a range past the safe integers, out of data': '{{ (big..bigger) }}',
  'a range past the safe integers in a path':
    '{{ people | where: "[(100000000000000000..100000000000000100)]" }}',
  'a range from minus infinity': '{% for i in ("-Infinity"..1) %}x{% endfor %}',
  'loops in loops with a body':
    '{% for a in (1..10000) %}{% for b in (1..10000) %}{{ a }}{% endfor %}{% endfor %}',
  'loops in loops without a body':
    '{% for a in (1..100000) %}{% for b in list %}{% for c in list %}{% endfor %}{% endfor %}{% endfor %}',
  'a table of a million cells':
    '{% tablerow a in (1..100000) %}{% tablerow b in (1..10000) %}{% endtablerow %}{% endtablerow %}',
  'a capture that doubles':
    '{% assign a = "ab" %}{% for i in (1..40) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a | size }}',
  'an append that doubles':
    '{% assign a = "ab" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}',
  'a replace that grows':
    '{% assign a = "ab" %}{% for i in (1..40) %}{% assign a = a | replace: "b", "bbbbbb" %}{% endfor %}',
  'an escape that grows':
    '{% assign a = amps %}{% for i in (1..400) %}{% assign a = a | escape %}{% endfor %}',
  'an encoding that grows':
    '{% assign a = accents %}{% for i in (1..400) %}{% assign a = a | url_encode %}{% endfor %}',
  'a base64 that grows':
    '{% assign a = amps %}{% for i in (1..400) %}{% assign a = a | base64_encode %}{% endfor %}',
  'a concat that doubles':
    '{% assign a = list %}{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %}{{ a }}',
  'many pointers to one long text, written':
    '{% assign a = amps | split: "," %}{% for i in (1..16) %}{% assign a = a | concat: a %}{% endfor %}{{ a }}',
  'lists that hold themselves twice':
    '{% assign a = list %}{% for i in (1..60) %}{% assign a = a | push: a %}{% endfor %}{{ a }}',
  'lists that hold themselves twice, compared':
    '{% assign a = list %}{% assign b = list %}{% for i in (1..60) %}{% assign a = a | push: a %}{% assign b = b | push: b %}{% endfor %}{% if a == b %}x{% endif %}',
  'groups that hold themselves twice':
    '{% assign a = people %}{% for i in (1..60) %}{% assign a = a | concat: a | group_by: "x" | map: "items" %}{% endfor %}{{ a | json }}',
  'groups nested without end':
    '{% assign a = people %}{% for i in (1..5000) %}{% assign a = a | group_by: "x" %}{% endfor %}{{ a | json }}',
  'a sort of a long list': '{{ (1..30000) | reverse | sort | sort | sort | first }}',
  'a natural sort of long texts':
    '{% assign a = amps | append: "A" | split: "," %}{% assign b = amps | append: "B" | split: "," %}{% for i in (1..4) %}{% assign a = a | concat: b | concat: a %}{% endfor %}{{ a | sort_natural | size }}',
  'a search in a long list': '{{ (1..100000) | find: "x", 1 }}{{ (1..20000) | where: "x", 1 }}',
  'a sum of a long list, again and again': '{% for i in (1..10000) %}{{ list | sum }}{% endfor %}',
  'equal long lists in a case':
    '{% assign a = (1..50000) %}{% assign b = (1..50000) %}{% for i in (1..1000) %}{% case a %}{% when b %}x{% endcase %}{% endfor %}',
  'a split of a long text, again and again':
    '{% for i in (1..1000) %}{% assign a = amps | split: "" | reverse | join: "" %}{% endfor %}',
  'a search that backs off at every place': '{% if haystack contains needle %}x{% endif %}',
  'a replacement that backs off at every place': '{{ haystack | replace: needle, "x" | size }}',
  'a split that backs off at every place': '{{ haystack | split: needle | size }}',
  'many comparisons of long texts':
    '{% for i in (1..100000) %}{% if haystack contains "aaaaaaaaab" %}x{% endif %}{% endfor %}',
  'a date of many names': `{{ 0 | date: "${'%A'.repeat(30_000)}" }}`,
  'a date of many local times': `{{ 0 | date: "${'%c'.repeat(30_000)}" }}`,
  'a date with a wide field': '{{ 0 | date: "%900000000d" }}',
  'dates in many zones': '{% for i in (1..100000) %}{{ i | date: "%c", "Europe/Rome" }}{% endfor %}',
  'a huge date': '{{ 99999999999999999999 | date: "%Y" }}{{ amps | date: "%Y" }}',
  'markup that never closes': '{% for i in (1..1000) %}{{ angles | strip_html | size }}{% endfor %}',
  'white space without end':
    '{% for i in (1..1000) %}{{ blanks | squish | size }}{{ blanks | truncatewords: 3 }}{% endfor %}',
  'a cycle of many': `{% for i in (1..100000) %}{% cycle ${'"a",'.repeat(5_000)} "b" %}{% endfor %}`,
  'ten thousand ifs in each other': `${'{% if true %}'.repeat(4_000)}x${'{% endif %}'.repeat(1_000)}`,
  'nested ifs that are closed': `${'{% if true %}'.repeat(2_000)}x${'{% endif %}'.repeat(2_000)}`,
  'captures in each other': `${'{% capture a %}'.repeat(2_000)}x${'{% endcapture %}'.repeat(2_000)}`,
  'liquid tags in each other': `{% ${'liquid '.repeat(9_000)} %}`,
  'brackets in each other': `{{ ${'a['.repeat(20_000)}1${']'.repeat(20_000)} }}`,
  'ranges in each other': `{{ ${'('.repeat(30_000)}1 }}`,
  'brackets that never close': `{{ ${'a['.repeat(30_000)} }}`,
  'a comment of empty lines': `{% # ${'\n'.repeat(60_000)} # %}`,
  'many tags': '{{ list }}'.repeat(6_500),
  'many filters': `{{ amps ${'| escape '.repeat(7_000)} }}`,
  'many filters with a division': `{{ 1 ${'| divided_by: 0 '.repeat(4_000)} }}`,
  'many operators': `{% if ${'a == b and '.repeat(5_000)} c %}x{% endif %}`,
  'arithmetic with a long list, again and again':
    '{% assign a = (1..100000) %}{% for i in (1..10000) %}{% assign x = a | plus: 1 | round %}{% endfor %}',
  'a path that is a long text, again and again':
    '{% for i in (1..10000) %}{% assign x = people | find_index: needle %}{% endfor %}',
  'a long text sliced, again and again':
    '{% for i in (1..10000) %}{% assign x = amps | slice: 99999 %}{% endfor %}',
  'a template that is too long': 'x'.repeat(65_537),
};

/** Data of a lead that does its best to help them. */
export const hostileScope = {
  big: '100000000000000000',
  bigger: '100000000000000100',
  amps: '&'.repeat(100_000),
  accents: 'è'.repeat(50_000),
  angles: '<script<!--<style'.repeat(10_000),
  blanks: ' \n'.repeat(50_000),
  haystack: 'a'.repeat(400_000),
  needle: `${'a'.repeat(100_000)}b${'a'.repeat(100_000)}`,
  list: Array.from({ length: 1_000 }, (_, index) => index),
  people: Array.from({ length: 100 }, (_, index) => ({ name: `n${index}` })),
};
