// Forms that between them use every field type and rule, the data they open with, and what people enter.
const option = (value, label = String(value)) => ({ label, value });
const form = (id, components) => ({ type: 'default', schemaVersion: 16, id, components });

const texts = form('texts', [
  { id: 'T_req', type: 'textfield', key: 'required', validate: { required: true } },
  { id: 'T_len', type: 'textfield', key: 'length', validate: { minLength: 3, maxLength: 5 } },
  { id: 'T_feel', type: 'textarea', key: 'computedLength', validate: { minLength: '=if required = "x" then 4 else null', maxLength: '=limit' } },
  { id: 'T_pat', type: 'textfield', key: 'pattern', validate: { pattern: '^[A-Z]+-\\d+$' } },
  { id: 'T_any', type: 'textarea', key: 'anywhere', validate: { pattern: '\\bb.c\\b', patternErrorMessage: 'b, any, c' } },
  { id: 'T_two', type: 'textfield', key: 'two', validate: { pattern: '^.{2}$' } },
  { id: 'T_space', type: 'textarea', key: 'space', validate: { pattern: '^\\S+\\s\\S+$', required: true } },
  { id: 'T_class', type: 'textfield', key: 'class', validate: { pattern: '^[^[&&\\s]+[\\w\\-.]*$' } },
  { id: 'T_mail', type: 'textfield', key: 'mail', validate: { validationType: 'email' } },
  { id: 'T_phone', type: 'textfield', key: 'phone', validate: { validationType: 'phone', required: true } },
  { id: 'T_min', type: 'textfield', key: 'minOfText', validate: { min: 5 } },
  { id: 'T_default', type: 'textarea', key: 'byDefault', defaultValue: 'abc', validate: { minLength: 4 } },
]);

const numbers = form('numbers', [
  { id: 'N_req', type: 'number', key: 'required', validate: { required: true } },
  { id: 'N_range', type: 'number', key: 'range', validate: { min: -1, max: 10 } },
  { id: 'N_feel', type: 'number', key: 'computed', validate: { min: '=range', max: '=range + 5' } },
  { id: 'N_string', type: 'number', key: 'limits', validate: { min: '2.5', max: '=text' } },
  { id: 'N_int', type: 'number', key: 'whole', decimalDigits: 0 },
  { id: 'N_two', type: 'number', key: 'cents', decimalDigits: 2, validate: { max: '=10 / 3' } },
  { id: 'N_step', type: 'number', key: 'step', increment: 0.25 },
  { id: 'N_step3', type: 'number', key: 'thirds', increment: '3', validate: { required: true } },
  { id: 'N_text', type: 'number', key: 'asText', serializeToString: true, decimalDigits: 1, validate: { min: 1 } },
]);

const picks = form('picks', [
  { id: 'P_radio', type: 'radio', key: 'radio', values: [option('a'), option('b'), option('c')], validate: { required: true } },
  { id: 'P_select', type: 'select', key: 'select', values: [option(1), option(2.5), option(false, 'no'), option(0, 'zero')] },
  { id: 'P_objects', type: 'select', key: 'objects', values: [option({ a: 1 }, 'A'), option({ a: 2 }, 'B'), { value: 'bare' }, { label: 'none' }], validate: { required: true } },
  { id: 'P_known', type: 'radio', key: 'fromData', valuesKey: 'choices', validate: { required: true } },
  { id: 'P_feel', type: 'select', key: 'fromFeel', valuesExpression: '=if radio = "a" then ["x", "y"] else [{label: "Z", value: "z"}]', validate: { required: true } },
  { id: 'P_none', type: 'select', key: 'noOptions', valuesExpression: '=nothing' },
  { id: 'P_default', type: 'radio', key: 'byDefault', defaultValue: 'b', values: [option('a'), option('b')] },
  { id: 'P_search', type: 'select', key: 'search', searchable: true, values: ['a', 'b', ''] },
]);

const manyPicks = form('many-picks', [
  { id: 'M_check', type: 'checklist', key: 'check', values: [option('a'), option('b'), option('c')], validate: { required: true } },
  { id: 'M_tags', type: 'taglist', key: 'tags', values: [option(1), option(2)], validate: { required: true } },
  { id: 'M_known', type: 'checklist', key: 'fromData', valuesKey: 'choices' },
  { id: 'M_feel', type: 'taglist', key: 'fromFeel', valuesExpression: '=check', validate: { required: true } },
  { id: 'M_shown', type: 'textfield', key: 'why', conditional: { hide: '=not(list contains(check, "b"))' }, validate: { required: true } },
]);

const dates = form('dates', [
  { id: 'D_date', type: 'datetime', subtype: 'date', key: 'day', dateLabel: 'Date', validate: { required: true } },
  { id: 'D_plain', type: 'datetime', key: 'plain', dateLabel: 'Date' },
  { id: 'D_time', type: 'datetime', subtype: 'time', key: 'time', timeLabel: 'Time', timeSerializingFormat: 'utc_offset', validate: { required: true } },
  { id: 'D_both', type: 'datetime', subtype: 'datetime', key: 'both', timeSerializingFormat: 'utc_normalized', validate: { required: true } },
  { id: 'D_later', type: 'textfield', key: 'later', conditional: { hide: '=date(day) > date("2026-06-01")' }, validate: { required: true } },
]);

const filesAndTicks = form('files-and-ticks', [
  { id: 'F_tick', type: 'checkbox', key: 'tick', validate: { required: true } },
  { id: 'F_free', type: 'checkbox', key: 'free' },
  { id: 'F_one', type: 'filepicker', key: 'one', validate: { required: true } },
  { id: 'F_more', type: 'filepicker', key: 'more', multiple: true, validate: { required: true } },
  { id: 'F_late', type: 'filepicker', key: 'late', multiple: '=free', conditional: { hide: '=free = true' } },
  { id: 'F_pdf', type: 'textfield', key: 'why', conditional: { hide: '=count(more) = 2' }, validate: { required: true } },
]);

const conditions = form('conditions', [
  { id: 'C_a', type: 'radio', key: 'a', values: [option('x'), option('y')] },
  { id: 'C_b', type: 'radio', key: 'b', values: [option('x'), option('y')], conditional: { hide: '=a = "x"' }, validate: { required: true } },
  { id: 'C_c', type: 'textfield', key: 'c', conditional: { hide: '=b != "y"' }, validate: { required: true } },
  { id: 'C_d', type: 'textfield', key: 'd', conditional: { hide: '=c = ""' }, validate: { required: true } },
  { id: 'C_null', type: 'textfield', key: 'e', conditional: { hide: '=n > 5' }, validate: { required: true } },
  { id: 'C_not', type: 'textfield', key: 'f', conditional: { hide: '=not(n > 5)' }, validate: { required: true } },
  { id: 'C_bad', type: 'textfield', key: 'g', conditional: { hide: '=n >' }, validate: { required: true } },
  { id: 'C_or', type: 'textfield', key: 'h', conditional: { hide: '=a = "x", n = 7' }, validate: { required: true } },
  { id: 'C_and', type: 'textfield', key: 'k', conditional: { hide: '=a = "x" and n < 7' }, validate: { required: true } },
  { id: 'C_known', type: 'textfield', key: 'l', conditional: { hide: '=secret.level > 1' }, validate: { required: true } },
  { id: 'C_plain', type: 'textfield', key: 'm', conditional: { hide: 'a = "x"' } },
  { id: 'C_n', type: 'number', key: 'n' },
  { id: 'C_group', type: 'group', path: 'inner', conditional: { hide: '=n = 7' }, components: [
    { id: 'C_in', type: 'textfield', key: 'value', validate: { required: true } },
    { id: 'C_in2', type: 'textfield', key: 'other', conditional: { hide: '=inner.value = "x"' }, validate: { required: true } },
    { id: 'C_in3', type: 'group', components: [{ id: 'C_in4', type: 'number', key: 'deep.number', validate: { required: true } }] },
  ] },
  { id: 'C_after', type: 'textfield', key: 'after', conditional: { hide: '=inner.value = null' }, validate: { required: true } },
]);

const lists = form('lists', [
  { id: 'L_who', type: 'textfield', key: 'who' },
  { id: 'L_rows', type: 'dynamiclist', path: 'samples', isRepeating: true, allowAddRemove: true, defaultRepetitions: 2, components: [
    { id: 'L_ref', type: 'textfield', key: 'ref', validate: { required: true, pattern: '^[A-Z]+-[0-9]+$' } },
    { id: 'L_ok', type: 'checkbox', key: 'ok' },
    { id: 'L_why', type: 'textfield', key: 'why', conditional: { hide: '=this.ok = true' }, validate: { required: true } },
    { id: 'L_first', type: 'textfield', key: 'first', conditional: { hide: '=i[1] > 1' }, validate: { required: true } },
    { id: 'L_parent', type: 'textfield', key: 'byParent', conditional: { hide: '=parent.who = "x"' }, validate: { minLength: '=if _this_.ok then 3 else 1', required: true } },
    { id: 'L_group', type: 'group', path: 'deep', components: [{ id: 'L_in', type: 'number', key: 'n', validate: { min: '=parent.min' } }] },
    { id: 'L_inner', type: 'dynamiclist', path: 'inner', components: [
      { id: 'L_x', type: 'textfield', key: 'x', validate: { required: true }, conditional: { hide: '=i[2] = 2 and parent.ok' } }] },
  ] },
  { id: 'L_hidden', type: 'dynamiclist', path: 'maybe', conditional: { hide: '=who = "x"' }, components: [
    { id: 'L_m', type: 'number', key: 'm', validate: { required: true } }] },
  { id: 'L_fixed', type: 'dynamiclist', path: 'fixed', allowAddRemove: false, components: [
    { id: 'L_name', type: 'textfield', key: 'name', readonly: true },
    { id: 'L_grade', type: 'select', key: 'grade', values: [option('a'), option('b')], validate: { required: true } }] },
  { id: 'L_count', type: 'textfield', key: 'many', conditional: { hide: '=count(samples) < 3' }, validate: { required: true } },
]);

const computed = form('computed', [
  { id: 'X_a', type: 'number', key: 'a' },
  { id: 'X_b', type: 'number', key: 'b' },
  { id: 'X_sum', type: 'expression', key: 'sum', expression: '=a + b', computeOn: 'change' },
  { id: 'X_twice', type: 'expression', key: 'twice', expression: '=sum * 2' },
  { id: 'X_late', type: 'expression', key: 'late', expression: '=string(b) + "!"', computeOn: 'presubmit' },
  { id: 'X_needed', type: 'expression', key: 'needed', expression: '=if a > 3 then "big" else null', validate: { required: true } },
  { id: 'X_map', type: 'expression', key: 'object', expression: '={total: sum, parts: [a, b], none: null}' },
  { id: 'X_gone', type: 'expression', key: 'gone', expression: '=1', conditional: { hide: '=a = 5' } },
  { id: 'X_why', type: 'textfield', key: 'why', conditional: { hide: '=twice != 12' }, validate: { required: true } },
  { id: 'X_max', type: 'number', key: 'limited', validate: { max: '=sum' } },
  { id: 'X_rows', type: 'dynamiclist', path: 'rows', components: [
    { id: 'X_n', type: 'number', key: 'n', validate: { required: true } },
    { id: 'X_share', type: 'expression', key: 'share', expression: '=this.n * 10' }] },
  { id: 'X_count', type: 'expression', key: 'many', expression: '=count(rows[n > 2])' },
]);

const locked = form('locked', [
  { id: 'K_lock', type: 'checkbox', key: 'lock' },
  { id: 'K_read', type: 'textfield', key: 'read', readonly: true, validate: { required: true } },
  { id: 'K_feel', type: 'textfield', key: 'feelRead', readonly: '=status = "done"', validate: { minLength: 3 } },
  { id: 'K_off', type: 'textfield', key: 'off', disabled: true, validate: { required: true } },
  { id: 'K_group', type: 'group', path: 'group', readonly: true, components: [
    { id: 'K_in', type: 'textfield', key: 'value', validate: { required: true } }] },
  { id: 'K_offGroup', type: 'group', disabled: true, components: [
    { id: 'K_in2', type: 'number', key: 'number', validate: { required: true } }] },
  { id: 'K_list', type: 'dynamiclist', path: 'rows', readonly: true, components: [
    { id: 'K_cell', type: 'textfield', key: 'cell', validate: { required: true } },
    { id: 'K_pick', type: 'select', key: 'pick', values: [option('a')] }] },
  { id: 'K_why', type: 'textfield', key: 'why', conditional: { hide: '=read = "known" and off = "known"' }, validate: { required: true } },
]);

const evidence = form('provide-evidence', [
  { id: 'Intro', type: 'text', text: '### {{controlRef}}' },
  { id: 'Row1', type: 'group', path: 'coverage', components: [
    { id: 'F_from', type: 'datetime', subtype: 'date', key: 'from', dateLabel: 'Covers from', validate: { required: true } },
    { id: 'F_pop', type: 'number', key: 'population', decimalDigits: 0, validate: { required: true, min: 1, max: 100000 } }] },
  { id: 'F_src', type: 'select', key: 'source', values: ['system', 'screenshot', 'other'].map((value) => option(value)), validate: { required: true } },
  { id: 'F_other', type: 'textfield', key: 'sourceOther', conditional: { hide: '=source != "other"' }, validate: { required: true, minLength: 5 } },
  { id: 'F_query', type: 'textarea', key: 'query', conditional: { hide: '=source != "system"' }, validate: { required: true } },
  { id: 'F_files', type: 'filepicker', key: 'files', multiple: true, validate: { required: true } },
  { id: 'F_samples', type: 'dynamiclist', path: 'samples', components: [
    { id: 'F_sref', type: 'textfield', key: 'ref', validate: { required: true, pattern: '^[A-Z]+-[0-9]+$' } },
    { id: 'F_sok', type: 'checkbox', key: 'approved' }] },
  { id: 'F_expr', type: 'expression', key: 'sampleCount', expression: '=count(samples)', computeOn: 'change' },
  { id: 'F_table', type: 'table', dataSource: '=history', columns: [{ key: 'when', label: 'When' }] },
  { id: 'F_html', type: 'html', content: '<p>{{count(samples)}}</p>' },
  { id: 'F_mail', type: 'textfield', key: 'contact', validate: { validationType: 'email' } },
]);

const document = (id) => ({ documentId: id, endpoint: `https://localhost/${id}`, metadata: { fileName: `${id}.pdf`, contentType: 'application/pdf' } });
const files = [null, [document('d1')]];

const values = {
  textfield: ['', 'x', 'ab', 'abc', ' abc ', 'REQ-12', '   ', 'B-1', '\u{1F600}', 'a much longer text'],
  textarea: ['', 'x', 'ab', 'b.c', 'a\nb c', 'one two', 'one\u00a0two', 'bbc bxc', 'four', 'line\nline'],
  number: [null, 0, 1, 2, 2.5, 3, 5, 7, -1, -2, 10, 11, 1.005, 0.75, 100000],
  checkbox: [true, false],
  T_two: ['ab', '\u{1F600}', 'a', '\u{1F600}b', 'a\u{1F600}b'],
  T_class: ['abc', 'a[b', '&', 'a b', '\u{1F600}.', 'x-y', ''],
  T_mail: ['', 'a@b', 'a@b.c', '@b', 'a b@c.de', 'a@-b.c', 'a@b..c', 'ä@b.c', 'a.b+c@d-e.fg', 'a@b@c'],
  T_phone: ['', '+4930664040900', '004930664040900', '+1 555 0100', '+15550100234', '12345', 'tel+4930664040900', '+49306640x', '+999999', '+35312345678'],
  T_pat: ['REQ-12', 'REQ-12\u0660', 'req-1', 'AREQ-1x', 'Z-0', ''],
  N_text: [null, '0', '1', '1.5', '1.55', '-3', '12'],
  P_radio: [null, 'a', 'b', 'c'], P_select: [null, 1, 2.5, false, 0], P_objects: [null, { a: 1 }, { a: 2 }, 'bare'],
  P_known: [null, 'k1', 'k2', 3], P_feel: [null, 'x', 'y', 'z'], P_default: ['a', 'b', null], P_search: ['a', 'b', null],
  M_check: [[], ['a'], ['b', 'a'], ['a', 'b', 'c']], M_tags: [[], [1], [2, 1]], M_known: [[], ['k1'], ['k2', 3]], M_feel: [[], ['a'], ['b'], ['a', 'b']],
  D_date: [null, '2026-01-31', '2026-12-24', '2024-02-29'], D_plain: [null, '2026-01-31'], D_time: [null, '10:30+00:00', '00:00+00:00'], D_both: [null, '2026-01-31T10:30Z'],
  F_one: files, F_more: [null, [document('d1')], [document('d1'), document('d2')]], F_late: files, F_files: files,
  C_a: [null, 'x', 'y'], C_b: [null, 'x', 'y'], L_grade: ['a', 'b', null], K_pick: ['a', null], L_who: ['', 'x', 'y'],
  F_from: [null, '2026-01-31'], F_src: [null, 'system', 'screenshot', 'other'], F_mail: ['', 'a@b.c', 'a'],
};

const known = {
  choices: ['k1', { label: 'K2', value: 'k2' }, 3, { label: '' }, null],
};
const forms = [
  { schema: texts, known: [{}, { limit: 3, required: 5, length: ['no'], pattern: null, byDefault: 'known', mail: 'a\nb' }] },
  { schema: numbers, known: [{}, { text: 'none', required: '12', range: 'x', asText: 4.25, whole: true }, { text: '20', step: 0.3 }] },
  { schema: picks, known: [{}, { ...known, radio: 'a', select: 9, fromData: 'k1', fromFeel: 'old', noOptions: 'gone', objects: { a: 2 } }] },
  { schema: manyPicks, known: [{}, { ...known, check: ['a', 'nope'], tags: 'no', fromData: ['k1', 'k9'], fromFeel: ['a', 'c'] }] },
  { schema: dates, known: [{}, { day: '2026-01-31', plain: 'no date', time: '09:15+00:00', both: '2026-01-31T10:30Z' }, { day: 5, plain: '2026-01-31T10:00', time: 'x', both: '2026-01-31' }] },
  { schema: filesAndTicks, known: [{}, { tick: 'yes', one: [document('d0')], more: [document('d0')], free: true }] },
  { schema: conditions, known: [{}, { secret: { level: 2 }, a: 'y', b: 'y', c: 'known', n: 6, inner: { value: 'x', kept: 1 } }, { secret: { level: 1 }, n: 7 }] },
  { schema: lists, known: [{}, { min: 2, fixed: [{ name: 'one' }, { name: 'two', grade: 'a' }], samples: [{ ref: 'A-1', ok: true, inner: [] }, 'no row', { extra: 1 }], maybe: [] }, { fixed: [], samples: 'none', who: 'x' }] },
  { schema: computed, known: [{}, { a: 5, b: 1, sum: 'old', gone: 'kept', late: 'old', rows: [] }] },
  { schema: locked, known: [{}, { read: 'known', off: 'known', status: 'done', feelRead: 'ab', group: { value: 'v' }, number: 4, rows: [{ cell: 'c', pick: 'z' }, {}] }, { status: 'open', off: 7, read: 8 }] },
  { schema: evidence, known: [{ controlRef: 'CC6.1', history: [] }, { contact: 'owner@example.com', samples: [{ ref: 'REQ-1', approved: true }], source: 'paper' }] },
];

module.exports = { forms, values };
