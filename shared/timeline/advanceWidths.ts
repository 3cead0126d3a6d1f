/**
 * Advance widths of the two fonts that the drawing is set in, in thousandths of the font size, two base-36 digits a
 * character. Digits are the proportional ones. Measured once from the font files; a test measures them again.
 * Characters that a font lacks have the width of the widest font that usually stands in.
 */

/** First and last code point of each run of characters in the tables. */
export const CHARACTER_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xbf],
  [0xc6, 0xc6],
  [0xd0, 0xd0],
  [0xd7, 0xd8],
  [0xde, 0xdf],
  [0xe6, 0xe6],
  [0xf0, 0xf0],
  [0xf7, 0xf8],
  [0xfe, 0xfe],
  [0x110, 0x111],
  [0x131, 0x131],
  [0x141, 0x142],
  [0x152, 0x153],
  [0x391, 0x3a1],
  [0x3a3, 0x3a9],
  [0x3b1, 0x3c9],
  [0x402, 0x402],
  [0x404, 0x406],
  [0x408, 0x40b],
  [0x40f, 0x418],
  [0x41a, 0x438],
  [0x43a, 0x44f],
  [0x452, 0x452],
  [0x454, 0x456],
  [0x458, 0x45b],
  [0x45f, 0x45f],
  [0x2009, 0x2009],
  [0x2010, 0x2011],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x202f],
  [0x20ac, 0x20ac],
  [0x2192, 0x2192],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2264, 0x2265],
]

export const INTER_400 = [
  '7t80cyhlhurahw8ca5a5dxie80cs80a0hjbbgyh6hyghh8fqh7h8808eieieiee7quj6i6kak2gpgekqkn7h',
  'fviofpp3kxl9hrl9hwhuhykoj6rdiyivhha5a0a5d3co8zfmh0fvh0g7aah1gf6q6qf96qocgfgoh0h0ageo',
  '93gffmmqf6fmfcbu99buie7t80fvgzk5fa7ifsgfpecmg7ie00iidacoiecace8zgagr807g8gdeg7manjoi',
  'e7rmkfiel9hoh4phg7iegoh0kfh06qgj6qrxrsj6i6g3ixgphhknl97hioj6p3kxi8l9knhrj5hyivogiyog',
  'leiggkfmg8exe5gfh97nelhugagbfjgogth0fthccygfk1ftlmmdndkahu7hfvuxv9okk2j6hyi6g3mrgpqo',
  'h6kxioksp3knl9knhrkahyhgn0iyk1jgqmr0mooji1kas7hwfmgifpc4h1g7midqgff2fzlegcgogch0fvcy',
  'fmj3f6glg2mun9hwkgfjfvnffegffveo6q6qpoowgfgc52cscsdwrs79796pc8c8bpfno05kijrsiencncnc',
].join('')

export const INTER_700 = [
  '6l9efci1i7s7io9fahahfjiv9ad09aasiqbzhihxishai2g5i3i29a9jivivivfjs8kriekkk2gvgbkvkr7t',
  'g8jzfppwl6lei0lli9i7ikkckrsukikbigahasahdjd8a5g5higchigkb2hkhb7j7jg47jpchah1hihibbfk',
  'a6hbgonmg4gqfxd1acd1iv6l9egchrl6fu9ffshapecwiciv00iec7csivcsd4a5hggn9aa499dmicniohpk',
  'fjsfl4ivleili9pagnivh1hil4hi7jgt7jsargkrieg7kngvigkrle7tjzkrpwl6j3lekri0j9ikkbotkiou',
  'lqjagxgogtfheuhbhf8lgbizhgh3fih1hrhigci3e6ham6gqn2n6nukki77tg8v2vbovk7krhzieg7o4gvtp',
  'hxl6jzkupwkrlekri0kkikjan8kilbjnrhs9n2pjifkkszi9g5gyg1clidgko0efhbg7gsmkh9h1h1higce6',
  'gqllg4i8gpnwooiumegegdo3g2hbgdfk7j7jq8pohbh14dcscsdwrs8n8n80f0ese6d6ru5kj1rsivncncnc',
].join('')

export const NOTO_400 = [
  '787hbchyfwn3kc698c8cfbfw7g8y7gacfwfwfwfwfwfwfwfwfwfw7g7gfwfwfwc2ozhri2hkkafgefk8kl9f',
  '7lh7ekp7l4lpgtlphaf9fgkbgopugafqfw95ac95fwcc7tflh3dch3fo9kh3h67676eu76pzh6gth3h3bhdb',
  'a1h6e4luepe6d2akfbakfw787hfwfwfwfwfbe9g4n49xe5fw8yn4dwbwfw9q9q7thbi77g699qage5kplflp',
  'c2ohkafwlpgthjo0gtfwgth3kah576ek76psqahri2dvhrfgfwkllp9fh7gxp7l4hclpkbgtfwfgfqnfgamt',
  'jxhbh1ecgcd2csgwgi98euefheecdmgti5godjh2dmgmk5giktm7jwhrf97w7ls2sjjvkbhqh2i2e5k9fgp5',
  'g1l0hdjep7knl5kdgthsfgh4mpgckkipsrsij1nlgvhzrrhqfgglfoc6gvfbl3dkh9ergblch2gigugwdpcx',
  'e5khe7h0gdouoxhbl3f5dqm7g1h7dpd07676nvoqh9gu4m8y8ydwrs4v4v6y9z9zbkaglz4mfwrsfwrsrsrs',
].join('')

export const NOTO_600 = [
  '787pckhyfwobkn6y9090f6fw7r8w7ob3fwfwfwfwfwfwfwfwfwfw7o7rfwfwfwctoyioibhqkcfieyk6l0aa',
  '8lhzf6ptm1lvh3lvhvfaftkrhjqhhqgrg096b396fwbr99g9hedyheg9abhehq7v7vgc7vqohqh5hehec2dp',
  'bahqf7n2fkf8dgatfbatfw787sfwfwfufwfbdsgcn4acfyfw8wn4dwbufwa8a999hui27o6xa9amfym6n7mt',
  'ctppkcfwlvh7isoxh7fwh2hekchm7vfa7zqkquioibeeibfig0l0lvaahxhypulwhdlvkqh3g0ftgrohhqnu',
  'kmhwhcf5gpdnd8higvafgcfdi7f5e8h5jqgzdzhsekhalogzm9ndkrhzf88k8lsht5kykxinhoiaf3l2fjqq',
  'gblmijk0ptl4lfkvh4hvfthmo6hpl6jitbtck8othji5s2ihg5h2g8cthefwmye1i6g8gxmjhsgzhlhde8dm',
  'f7lqfchoh7pvpxi5mqfye9n3gihse8dj817vojpchthl4m8w8wdwrs5l5l7kbhbhd8agn34mfwrsg1rsrsrs',
].join('')
