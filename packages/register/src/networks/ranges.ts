/**
 * IPv4 networks of clouds, as ranges: distance from the end of the one before and length, in base 36. Taken over from
 * projectdiscovery/cdncheck, sources_data.json, commit 6fbcc53 of 2026-08-16 (MIT, Copyright (c) 2021 ProjectDiscovery, Inc.;
 * see LICENCE-cdncheck.txt); neighbours are joined. Ranges age within weeks: what is found is likely, never certain.
 */
export const packedRanges: Record<string, string> = {
  aws:
    'gxmo0.74 e8.1kw sg.35s 6bk.e8 16o.1kw 1kw.1kw sg.sg dfk.lc ge8.e8 1z4.e8 740.1z4 7pc.lc cz6kg.2ubk e8.1kw ' +
    '6bk.2rk e8.7pc u80.lc e8.5q8 17uo.zk 74.74 74.lc 75.6 4.2 2.w 2.10 4r.2o 4g.14 60.40 8.6eg 1534.m4g ' +
    '1kw.sg e8.8ow e8.sg sg.3y8 e8.12800 8ow.sg fsw.gutc pzi8.1ekg0 1ekg.l2io 5m9s.18y68 b8jk.hk3k pa8.47pc ' +
    '18y68.18y68 b8jk.b8jk cbvgg.3cw 2yo.188w 4eq68.1ekg 658g.35s 225ngg.2t4w 1ekg.cn40 5m9s.mh34 1vf9c.5m9s ' +
    'b8jk.70u8 1ekg.1ekg 47pc.2t4w b8jk.1ekg 1ekg.1ekg 47pc.47pc 1ekg.1ekg 47pc.47pc 1ekg.1ekg 47pc.2t4w ' +
    'mh34.26nsw 5m9s.60w0 74.1kw 2kg.53b4 e5w5c.1ekg xpmo.1vk0 1z4.sg 6h34.2t4w 9tz4.1ekg 1ekg.16o e8.3k0 ' +
    '42kg.1ekg 47pc.1ekg 47pc.8feo 2t4w.2t4w 2t4w.1ekg 8feo.1ekg 1ekg.jy8 74.1ds t1c.1ekg 2t4w.1edc 2tc0.2t4w ' +
    '2t4w.1ekg 1ekg.2dc sg.9hc 35s.m4g 6bk.sg sg.4qo 2t4w.cn4 cn4.a9s 4mps.7wg 4qo.6bk 6bk.pa8 2t4w.1ekg 74.74 ' +
    '5lvk.47pc b8jk.2t4w 2t4w.8ow sg.9hc 35s.iyo 3k.1s 1fk.ikg em8.1kw 1kw.1z4 16o.1kw 1kw.35s cn4.5m9s ' +
    '1ekg.47pc 4.6 2.3 6p.74 74.74 h.1 1.1 30.4 g.k 8.g 1s.e8 ei.6 s.4 5k.1 3.2 2.74 lc.75 2.9 1.4 7.4s 4.k ' +
    'y.76 74.e8 74.2dc e8.1s0 sg.2yv 1.4 6s.340 1s.3yb 71.16p 1.2 70.1s2 72.76 72.2 72.a 6u.8 6w.e8 sg.1z4 ' +
    '74.16o 74.ee 2.4 6s.3rc 6w.e8 74.e8 74.m0 6g.268 74.1e8 6o.ec 70.ao 3k.26m 6q.174 3cg.26g 6w.ed 6z.74 ' +
    '1ekg.2t4w 2t4w.2t4w 2t4w.2t4w 8gzk.sg sg.5j4 sg.4qo 1kw.35s 1kw.74 74.e8 sg.a2o 74.e8 74.o 6g.4qo ' +
    'cn4.1ekg 1ekg.g 4.a 3.2 c.2 1ej3.47pc 70u8.1ekg 1ekg.1ekg 5m9s.1iww e8.45c lc.3y8 lc.35s 74.740 3j7k.5j4 ' +
    'sg.5j4 iyo.1ybk 1ekg.2t4w 2t4w.e1og mh34.czr4 11xc.94ow pa8.47pc 47pc.pa8 6bk0.5m9s 10irk.2t4w 5m9s.2t4w ' +
    '10irk.2t4w 2t4w.mh34 2t4w.5m9s 2t4w.5m9s 2t4w.cn40 1ekg.8feo 2t4w.b8jk 8feo.5m9s 5m9s.2dc sg.8ow ' +
    'cy0ow.6bk 35s.35s 1kw.1kw u0w.1kw sg.sg sg.sg z474.2t4w 2t4w.70u8 qosg.11xc cn4.cn4 cn4.cn4 8s1s.9tz4 ' +
    'i9ds.5m9s e1og.1ekg 1ekg.70u8 1ekg.b8jk 9tz4.thxc 1ekg.fg8w 2t4w.211j4 5m9s.47pc 70u8.47pc 14rvgg.5m9s ' +
    '2m41s.6bk 2oqv4.74 2ol4w.lc 2kg.lc sg.zk sg.sg 2dc.74 74.16o 83k0.cn4 4wzk.pa8 l2io.7wg fsw.1kw 4cmbk.1z4 ' +
    '16o.9hc cn4.pa8 pmv40.sg 1ckl4w.sg 268.e8 1z4.74 sg.74 8jmyo.xpmo xpmo.1ekg 47pc.2t4w 2t4w.2t4w ' +
    'i0ydc.2hwcg pa80.2t4w 8feo.8feo 3c3k.1z4 anls.5m9s 2t4w.2t4w pa8.1kw 74.74 74.74 74.zk 2rk.e8 2rk.lc ' +
    '2kg.16o 1z4.1ds 1s0.74 74.3cw 1h4w.2t4w 35s.9a8 74.cn4 pa8.pa8 pa8.2t4w 2t4w.2t4w czr4.35s 2dc.lc 74.yl8g ' +
    '19atc.pa8 wnpc.18y68 6v37k.5c dvn7k.74 n9pts.1ekg 2t4w.1ekg 2t4w.2t4w 3uubk.sg 660w.1kw t3pc.5m9s ' +
    '188w.1kw 4jk.74 47pc.e1og 5m9s.47pc 47pc.5m9s 70u8.1ekg 1apds.11xc 2t4w.2t4w s3cw0.1s00 114w.3cw 1b7k.4cg ' +
    '1a80.1ekg 1ekg.thxc 1ekg.2t4w 5rls.74 we80.sg 270g.e8 7p24g.2hwcg 1b8cg.5j4 dfk.2t4w u77k.cn4 26b5s.sg ' +
    '7khds.glc sg.7wg 3be9s.1ekg 1651c.2t4w 8clj4.5m9s pfu9s.5m9s 3l88w.1ekg 5kv7k.5qo 34.g a8.74 6bk.fsw ' +
    'kxs.4 70.e8 l340.2t4w 2t4w.2t4w 2t4w.1ekg cn40.2t4w b8jk.8feo uwhs.2wow lq8.pa8 cn40.5m9s 5m9s.70u8 ' +
    '47pc.47pc cn40.1ekg 70u8.1ekg 1r7k0.8feo 2t4w.2t4w 10irk.b8jk mh34.2t4w 1651c.1thq8 sg.4qo sg.a9s ' +
    'zk.1e4o0 68.e8 sg.1z4 74.ehvk 74.74 74.16o 1c.o 54.1s0 4w.1 2.2 2.2 27.4 5w.2 4.2 o.2dc 74.zk 4g.8 2g.8 ' +
    'i0.6 2.g 2g.2rk 14.8 28.3k 11.b 5s.2dc 4g.8 o.8 d4.8 o.8 48.w 80.8 o.8 d4.8 o.8 48.k 3w.1z4 1s0.lc 74.e8 ' +
    'i8.4 7w.4 7b.4 4.4 58.1 1y.2 e.1 10.1 6.1 4.1 2e.2 10.1 3a.1 e.2 28.2 34.4 2c.2 80.1 19.2 6.a 4.4 1e.2 ' +
    '4.4 4.4 i.2 8.2 4.2 l.3 4.4 14.4 k.16 4.2 6.4 2.i 2.e 8.e 8.6 a.1 4.3 4.c 9r.1 hl.1 bp.1 1.1 1.1 1.1 j.1 ' +
    '1.1 j.1 1.1 1.1 1.1 73.1 7h.1 1o.zk 3k.3k sg.jk 1s.lc 4g.8 o.8 3c.8 8.1 f.8 o.8 c.2 i.c gc.sg 3nk.30 ' +
    'pg.1s 3k.w 21s.c tw.3k 48.o 14.o dc.w 5dc.8 o.8 3c.8 o.8 o.8 c.2 19m.1z4 60.8 w.3k 3k.sg e8.4jk 74.1s0 ' +
    '74.7i8 e8.etc 74.sg 3.1 5.1 1.2 v.1 f.a 2y.k 1fg.7mo 2o.hs hs.8vk 1c.80 g.3k 8g.6kg 5c.e8 e8.1s0 zk.xz4 ' +
    'sg.1ds sg.74 lc.39s x0fk.e80 zk.8w0 e8.sg 6bk0.pa8 6by8.e8 i68.sg kjs0.w bls.cg 1s.8w ao.1s 3k.3k ao.1s ' +
    '3k.3k 3k.3k n4.1s jk.4 1o.p8 38.1s 1s.1s 1s.1s 74.1s 1s.4 58.c 1g.c dw.3k xs.3k 3k.ao ao.1s 1s.1w 1o.8w ' +
    '3k.1s 3w.8 30.1s cg.8 1k.8 1k.1s 1u51c.121og 74.4xs 1kw.3y8 sg.s1s e8.2dc 3k0.4xds cn4.cn4 bfke8.5m9s ' +
    'fg8w.2t4w 47pc.1kw 16o.e8 sg.74 268.6bk 3k0.74 1uyo.74 7if4.2t4w gutc.pa8 aj9c.2t4w b8jk.18y68 8feo.1ekg ' +
    'cn40.cn4 3v28.47pc pa80.2t4w 8feo.31s74 1kw.1kw 74.7k g.w 14w.1kw sg.5j4 1kw.nhfk 3k.2 2.3 h.8 1gg.4qo ' +
    '4qo.74 74.14w 1s.24g 1s.3k 3k.lc0 vls.ef4 74.4cg 74.268 1.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 ' +
    '2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 2.2 wx.l5hc a0zy8.1ekg 47pc.2t4w 1ekg.1ekg 1ekg.2t4w ' +
    '1d5vk.e1og 5m9s.2t4w 70u8.pa8 pa8.47pc xpmo.5m9s gutc.5m9s b8jk.b8jk 5m9s.5m9s l2io.47pc 1ekg.1ekg ' +
    '2t4w.1ekg 1ekg.1ekg qosg.5m9s 1k6ps.5m9s b8jk.b8jk 7c2rk.5m9s cqoe8.5c 159dfk.5m9s 5gni8.mh34 24gsg.sg ' +
    'lc.1s0 47pc.16o sg.9og 74.4cg lc.sg 2u1vk.sg 74.5xc a0ao.lc lc.35s p5a8.6bk 3qbk0.35s 1qf40.1ekg r1fk.pa8 ' +
    '4kcg.70u8 47pc.2ghs 6hiww.5m9s 38l4w.1kw 14ow0.268 fe2o.1ekg 58r28.35s ar2m8.cn4 q5ts.6bk 3yhhc.35s ' +
    'hk3k.cn4 6x0qo.sg 45ju8.g j4.g w.g o.w o.o 8.34 ds.g w.pc 4tr5s.cn4 pa8.cn4 47pc.cn4 pa8.cn4 5xuyo.cn4 ' +
    '3lxj4.cn4 a6m8.cn4 622o0.pa8 5m9s.cn4 pa8.cn4 kpvk.pa8 4vxmo.6bk qv40.35s 4av4.6bk 7prsw.2t4w kiups.11xc ' +
    'cn4.cn4 cn4.cn4 qosg.cn4 vls0.cn4 1r7k.cn4 18lj4.1ekg u77k.pa8 cbvgg.2t4w 2avi8.pa8 7wg.eo g.3k 9s.sg ' +
    '5mpkw.5m9s 5xibk.5m9s e8pa8.pa8 a0ao0.lc touf4.1kw qv4.cn4 1kjcw.5m9s rxqm8.2t4w eu7ls.1kw 4qvwg.b8jk ' +
    '7hp1c.b8jk 5m9s.2t4w 14k5c0.6bk 8d4hs.5m9s 9zlds.2t4w 8clj4.lj4 74.feo 4xczk.pa8 i4gsg.mh34 1brb4.2t4w ' +
    '5883k.cn4 2lreo.cn4 cn4.cn4 7wg.4jk phc.8w0 lc.4qo 1kw.2f4 1.2 1p.1s 1fk.4e0w sg.1kw m4g.cn4 pa8.934 ' +
    'e8.2dc sg.23uo 1ekg.1log 2gao0.pa8 11xc.m4g 1kw.1kw 15fr4.cn4 pzi8.b8jk 2nim8.gutc mh34.mh34 rmjnk.1kw ' +
    '6h34.sg 737k.e8 1jeo0.sg 7jmkg.sg 6cqo0.zk 74.74 2fu9s.2t4w 1ga2o.1 2.1 7.2 2.6 2.7 j.4 2.3 2.1 2.8 55.1 ' +
    '14.1 1k.1 1.4 1o.g 24.1 16.2 i.1 k.1 6.1 40.4 2p.3 1.4 2.1 9.6 7.2 2.2 2.6 2.a 1k.6 4.c k.6 7g.2 ' +
    'kscn2.5m9s 5xibk.2t4w 81czk.gutc mh34.5m9s 9nnk.400 qo.1kw bi0w.35s mfcao.e8 18gow.3k 2lc.1s 1ih4tc.5c ' +
    'mgdj4.5c 87fuo.5c 697r4.1s 1y8.w 3cw.w mjk.1s 71af4.5c tips.1s 4g.w qo.2o 3n868.e8 e8hkw.74 1w4xs.cn4 ' +
    '2527ls.1beo 2rk.e8 1hc6bk.2t4w b8jk.1kw 1z4.16o 1kw.lc 45c.1kw cn4.7i8 e8.1kw feo.e8 veubk.3r4 es6bk.1ekg ' +
    'bxts0.2t4w 14av4.sg hrj7k.1ekg aknwg.1ekg 1aboqo.cn4 8ydc0.2t4w 4lr0g.2yo 3g.a 1p6.8 o.8 60.8 60.3ts ' +
    'w.23k 1k0.sg 38.2 3u.av4 zk.74 lc.16o 38.c 3k.sg w.8 o.8 o.8 1iw.8 o.8 o.8 1iw.8 x4.8 4.3 n5.8 1js.zk ' +
    '7i.4 2r2.74 e8.3k 58.2 ci.1ds 74.2yo 74.1nc 8.1c 34.zk gk.2 3k.2 iq.2 1h4.8 xwjo.16o 74.1s0 64b9c.1l3 1.4 ' +
    '6s.sg 268.1z4 13vc3k.1ekg 4eq68.2t4w gkzcw.1ekg 2jaww.1ekg adn28.2t4w 9rw8w.74 d1c.1kw 1kw.6bk ba4g.1ekg ' +
    'gutc0.cn4 cn4.cn4 czr4.iyo 35s.2dc lc.74 pa8.1ekg 47pc.cn4 cn4.cn4 ak9vk.74 7mkg.sg c5q8.sg 13shs.sg ' +
    'yq8lc.1ekg mlbls.sg 9se8.2t4w 10591c.e8 268.74 dfr4.2t4w 91j40.8ow bqww0.1ekg 6ja4g.pa8 9lwcg.buo 3k.ao ' +
    '248w.1ekg bev40.pa8 1beo.1kw gclj4.35s h4veo.5c ejmf4.9tz4 k0lc0.mh34 xpmo.2t4w 2t4w.5m9s 3hpts.pa8 ' +
    'uwhs.18y68 2x2bk.sg 7y0w.sg 3oum8.74 1sz0u8.1kw lu68.e8 gn40.74 1kw.74 2jlkw.74 1vpj4.74 6ww.e8 19mgw.74 ' +
    'n83cw.74 ux0jk.2dc 28w00.74 6iio0.1kw 4lm9s.sg vs8ao.sg 6g8ao.sg a4zy8.74 5sz5s.pa8 dips.6bk a6m80.6bk ' +
    '74.e8 74.5c0 2zwn4.74 dudq8.6bk 6clxc.1kw az28.sg xgxs.35s 7tjpc.35s 1xbs3k.1kw 1kw.4qo 3sv7k.6bk ' +
    '1s35s.35s m7ls.lc 74.buo nvnk.2t4w 10irk.cn4',
  azure:
    '19knb4.1k9vk 7wg.r9c0 iyo.14feo 1kw.wkjk 18zksg.nts g6zk.11xc pmv4.188w 2zgg.1ekg 70u8.1ekg 1d5vk.1ekg ' +
    'nvnk.1ekg e1og.2t4w x8ruo.b8jk cn4.cn4 cn4.pa8 6bk.m4g 35s.5m9s 6bk.cn40 6bk.e8 5xc.9hc 35s.1r7k 1kw.a51c ' +
    'bxts.e8 2rk.35s lc.74 zk.74 lc.4g 3mo.1kw 1ds.3cw 4rk.2o uo.w 1s.g 8w.g 31s.74 74.35s sg.e8 1kw.e8 sg.e8 ' +
    '16o.e8 sg.e8 16o.e8 3y8.35s go.3k 88.3k kn4.74 268.74 4qo.e8 6tq.1 5.1 31q.1 f.1 pt.1 e.2 13qy.zk 74.74 ' +
    'e8.e8 74.e8 74.e8 74.e8 2rk.sg 74.e8 sg.74 74.74 74.74 74.74 74.74 1ds.iyo 7bk.g 25c.74 sg.74 zk.74 sg.74 ' +
    '74.sg 74.74 e8.e8 74.lc zk.e8 16o.lc 1tpgcg.s3cw 6bk.6wm 7e.22 qe.6c m4.50 4.nq 2.c 2.8 2.4u 6.34 j8.dc ' +
    'f4.9a j6.1e 6.1o 6.78 6.k 4.1e 6.f4 c.e4 ec.fw 8.j0 g.ao ao.by 8.6e 6.d4 p2.48 o8.ck fw.hq aq.3k0 ' +
    '8ow.d05c 1ekg.1ekg 1ekg.1ekg 2t4w.34zk sg.pa8 sg.1kw sg.sg 8ow.53pc 16o.41ds 1kw.1beo 35s.37cw 1kw.4twg ' +
    '1i8.13io 1kg.1nl6o 8ow.2rk e8.74 2yo.e8 2rk.e8 16o.sg lc.8 6w.lrsw 1kw.1kw m4g.mh34 9tz4.1bi8 ao.3y8 ' +
    '74.3k nsw.ao 94e8.191c 8kxs.3if4 pa8.1ekg 47pc.1ekg 2t4w.mh34 b8jk.5b7k 4qo.aqdc sg.8we8 74.1s0 1kw.lc ' +
    '2kg.1ce8 74.16o sg.jj7k 4qo.740 sg.b28 6bk.ju9s 6bk.c45c 6bk.lrsw nq1a8.1ekg 9hc.cr4 g.2o lc.rnk 6bk.4xs ' +
    '1s.1s 1a8.42yo 1kw.7wg 4qo.270g cn4.74 d8g.5k 8.g g.g 68.4g 1s.3k 1s.2o 1s.1c g.w 2o.2o w.5s 1c.1s 1s.w ' +
    '2o.w 2.2 u.2 7w.1s 2o.w 1s.1s w.w 2pt.3 t.3 t.3 s.3k x.3 1o.34 g.1s 7wh.3 t.3 2k.3k 2kg.e8 4o9534.qv4 ' +
    '1kw.a68 by8.1ekg 6bk.6bk b28.1kw pa8.6bk 1kw.e80 1kw.3dog 6bk.he8 7w0.23uo 2t4w.1mgw 4qo.37q8 w.e8 ' +
    '3y8.1ao g.1ts g.5cg 45c.2f4 g.3k g.80 e8.w0 3k.1uo w.15es c.1c 4g.awg g.1c 40.74 16o.6cw 5s.74 16o.6cw ' +
    '5s.eo 6o.7k 6o.7k 6o.pa8 1kw.qv4 6bk.3dc 1dc.10cg 5w.1 2zv.9hc 35s.hds 1kw.4qo sg.1kw 1kw.sg 35s.sg ' +
    '1kw.1kw 5j4.78sg 4.1a 6.2c 4.o c.2w 6.3a 4.182 6.1m 6.c i.8 c.6 a.7q 8.3g 4.k 6.4 8.u i.2o 8.g 8.48 g.20 ' +
    '6.hs 8.5k c.g c.b60 35s.2t4w 1kw.4qo 6bk.zk 74.e8 b28.qv4 sg.40 g.w g.g g.w 1c.1c g.w 28.7k 74.3y8 ' +
    '5j4.cn4 6bk.658g 934.74 lc.74 74.74 e8.74 zk.74 74.74 11q8.74 sg.sg sg.sg sg.sg 1kw.sg 1kw.sg sg.hs 5c.5c ' +
    'sg.1s 5c.ao 5c.5c 1kw.1s 5c.5c 1000.u8 2bk.74 74.16o 2p6o.sg 35s.ow 1s.1s 1kw.8w 5c.ao zk.1s 3k.1s 2io.74 ' +
    '5c.1s 5c.20w 5c.cg 18g.74 ykg.sg 35s.cg 1s.e8 5c.n4 5j4.n4 af4.qo 1s.5c uo0.g0 14w.5c 6vy8.1ekg 5m9s.6bk ' +
    'sg.e8 5c.1s 1s0.a4b4 4.c 4.m 2.8 2.8 2.1c n4.1jc4 4.c 4.8 4.4 4.2q nm.nm 4u.15s f4.gw bk.28g 4.1lg 2.jo ' +
    'cy.m6 6a.9k 6.cq 60.18 8.pw 14.i0 ag.sg cn4.3k74 74.5o 8k.170 2.c 4.q 6.1q 4.y 4.2s 4.ie gs.2hy 8.6 a.4 ' +
    'e.4 4.c 4.2 c.i 4.y 8.o 4.q 4.1g 2.4 2.2 a.2 2.2 4.2 6.2 2.2 i.2 4.2 6.4 6.2 2.2 8.2 6.2 6.2 4.8 2.4 e.2 ' +
    'a.2 6.4 2.2 i.7u 4.4 4.2c 8.62 6.2 6.a 6.1w 6.2 6.2 6.1k 4.w 8.8 c.4q g.k 6.5s 4.k 4.s 6.1m 4.g 4.8 4.2eo ' +
    '2.2 2.g 2.2 2.16 2.a 2.2 4.q 2.14 4.a 8.28 8.2 2.2c 2.2 4.q 2.4i 2.e 2.4 2.6 2.c 2.4 4.6 2.2 2.4 2.2 2.c ' +
    '2.6 4.4 4.8 2.6 4.4 2.a 2.8 2.8 2.2 6.2 2.2 6.4 2.4 4.q 4.8 2.4 4.4 4.8 2.8 4.4 2.2 2.2 2.2 2.a 6.2 2.e ' +
    '2.1e 8.2hbg pa8.cn4 cn4.vsw 64g.9hc 35s.pa8 2aeneo.23uo pa8.k6ps 6io.g74 74.e8 74.1z4 6bk.4jk0 dfk.buo ' +
    'dfk.buo dfk.35s m4g.94ow pa8.47pc ejxts.1ekg 6setc.2t4w 2t4w.1ekg 2t4w.1z5s 1j4.1udc 1j4sg.1534 32m8.4wzk ' +
    '1p3pc.11z4 1j4.3474 1ekg.6bk 1kw.16o0 b8jk.1ekg 47pc.6bk 1kw.16o0 47pc.1ekg 9tz4.1ekg 47pc.3qbk 1kw.cn4 ' +
    '1hq8.241s 1s.3k 1s.3k ow.16o 3y8.pa8 35s.1kw 1kw.59mo 81f5s.74 5jwg.5m9s 2t4w.3k0 934.lc agw.e8 w.3k ' +
    '128.2dc 8ow.u8 5c.74 74.zk 3y8.jk 1lxc.1kw 1kw.9hc sg.934 74.sg e8.3r4 sg.2kg 1kw.p34 1kw.q9s 2w3k.3y8 ' +
    '2dc.7pc 74.1s0 zk.e8 1kw.74 74.e8 74.2yo 74.268 74.e8 74.lc 74.1kw sg.2kg lc.sg 74.zk e8.1s0 74.lc0 ' +
    '74.7i8 74.74 74.glc 74.lc e8.4qo 74.cg0 sg.nb4 74.lc 74.74 74.74 74.74 74.5xc lc.2dc sg.74 74.74 74.74 ' +
    '74.74 74.9hc 74.74 74.1s0 74.74 74.7b4 74.3cw 74.4jk 74.74 74.74 74.5q8 74.zk 74.e8 74.16o 74.5xc 74.4cg ' +
    '74.74 74.74 74.74 74.74 74.nwg 5nuo.1beo 35s.1728 16o.4xs 1ds.1reo 5q8.6ps zk.cg0 e8.sg e8.3y8 2a68.2rk ' +
    'e8.35s ekn4.b8jk 2t4w.qya8 6o.74 16o.9mo 4lc.fo5c 1kw.9vk 16o.5cts 5s.74 2hog.312o w.1s 34.e8 zk.r00 ' +
    '1g0.9kw 1hc.969s 18y68.25hs 4w.74 16o.20ow 1ekg.aj9c pa8.35s0 pa8.19fk 74.1s0 3k.2vk 6o.4kcg 6bk.iyo ' +
    '25fk.7m8 g.2o 74.48g w.bjk pa8.sg0 1kw.19ts cn4.2a68 6bk.2tj4 ow0.270g sg.i68 35s.2t4w 19t2ps.94ow pa8.u ' +
    '4.2q 4.2 2.w 2.5e 2.44 6.1q 2.1a 2.fg 4.c 6.6 6.9a 10.rk k.6s 10.6y 2.92 2.a k.2 2.2 2.2 2.2 2.2 2.2 2.2 ' +
    '2.2 2.2 2.2 2.2 2.g 2.ni ju.ci fy.ba h6.5o 2.86 ek.py 2i.2c g.k g.6m i2.2k pw.4w 4.36 ka.gw 140.8k jw.88 ' +
    'k8.d6 fa.ls 6o.9g j0.86 ka.ag 1ag.6w lk.62 me.6g 26w.q rq.3m 1ha.3i oy.5a n6.co 56g.1e 2by.1g hcc.11xc ' +
    'cn4.23uo 23uo.2t4w 1ekg.7q4g pa8.4jk 2olc.47pc 1r7lkw.74 8w0.74 91kw0.1ekg 2rqbk.7wg 1kw.6bk 4qo.74 74.74 ' +
    '74.t8g 1if4.w 1h40.g 1d.4 c.3 27o.48 19c.74 1ps.g 8qo.1s w.w w.5c w.40 w.28 3k.lc 1s0.74 4jk.lc buo.74 ' +
    '74.g0 5c.w 2o.4g w.3k n4.lc 5xc.74 74.74 xsge8.2t4w 23uo0.2mtc 8lq8.11xc cn4.47pc 1wtts.1ekg at3b4.2dd ' +
    'sf.m4g 4qo.e8 16o.1kw 4gm4g.2mtc 2zgg.2t4w jfitc.2ghs cn4.2t4w 5m9s.4wzk e6lfk.1ekg 5b18g.4wzk pa8.pa8 ' +
    'pa8.vls iyo.pa8 pa8.23uo pa8.pa8 pa8.3if4 pa8.4wzk pa8.47pc gutc.5m9s 1pszk.505c 91j4.2t4w 5m9s.qv4 ' +
    'b28.25fk b28.1g5c 1kw.m4g 5m9s.2t4w 30bchs.2t4w 2j76kg.1kw 1kw.1kw 128.w 3k.3k e8.w 9s.74 40.g g.g ' +
    'wvgao.4lxc b28.pa8 2t4w.2t4w 12l7nk.56o 14w.qv4 1kw.fsw 3pfy8.9hc 1kw.b2o 1kg.nuo 1fk.1kw 5rcao.74 ' +
    'f474.74 8juv4.e8 1kt8g.5m9s hds.1kw 6bk.cn4 cn4.1hq8 1kw.kjk 6bk.fsw 35t.3 71.3 71.3 70.74 1.3 70.lc 1.3 ' +
    '71.3 71.3 70.74 lc.zk e8.1z4 1.3 71.3 70.74 ld.3 70.74 1.3 71.3 70.e8 1.3 71.3 71.3 70.74 1.3 71.3 70.e8 ' +
    '1.3 71.3 71.3 70.sg 3k.3k 1.3 70.5c 1s.200 w.w0 u8.w0 1a9.3 71.3 3cs.74 zl.3 71.3 70.e8 1.3 71.3 l9.3 ' +
    '71.3 e4.cu8 1kw.35s 1s.1s 5j.1 f.1 1r.1 2w.4cg 4n.1 f.1 v.1 68tuw.1xj4 6bk.sg0 35s.pa8 35s.9hc 6bk.1ekg ' +
    'd8g.e8 2fi8.2t4w 10zmdc.5m9s wz3eo.sg 9hc.6bk 4i3ri8.1ekg 2ca2o.1ekg 4kcg0.1ekg 1u0ow.1ekg bfke8.1ekg ' +
    '2ujgg.1ekg wb28.1ekg 35s00.1ekg 7ao74.11xc o8ao.pa8 zthc.1ekg 2gidc.74 1kw.8 8.g 8.g o.g 1s.g g.14 8.28 ' +
    '8.k 4.c k.w 2s.6 6.1c w.2w 8.w 8.8 8.1k 3k.1s zk.74 e8.g 40.9s 74.74 zk.74 68.w 3k.3k 3k.1s w.w 74.1s ' +
    '1s.1s w.w 74.1c g.34 g.8w 6icjk.1ekg 17jls.1ekg wb28.1ekg yz28.e8 bo4jk.1ekg 31kao.1ekg z474.1ekg ' +
    'e1og.1ekg t24g.74 2yo.1kw 3y8.lc 3tu68.1ekg 5m9s.1ekg 3s934.1ekg 2t4w.1ekg e1og.1ekg pa80.1ekg thxc.1ekg ' +
    '1vf9c.1ekg 1ekg.1ekg 1ekg.2t4w 8feo.8feo f7thc.jr4 2dc.270g nvnk.1ekg 88dts.1ekg 1zhce8.23uo 27d34.gzk ' +
    '8ao.23uo lytq8.1ekg r48wg.g 44g.1s0 74.6bk 74.lc 74.268 e8.1kw 1ds.3r4 bcgzk.9vk 2rk.5xc 74.e8 74.74 ' +
    '74.64g 1i0eio.1s xs.1s 3k.1s g.g e8.8 8.28 3k.3k 1s.3k 3k.3k 4lc.lc 1kw.74 74.3k w0.1c 1g.c o.1c g.8 8.8 ' +
    '4.s yo.w lc.6bk 1eo.w 1s.3k e8.1s 1s.134 4qo.1kw 1y8.g 40.3k zk.8ow 1.3 t.3 2k.3k lc.1kw 6bk.1kw e8.e8 ' +
    'sg.1kw 1pc.1s m8.sg 9hc.3k fpc.1kw 1kw.1kw 6bk.1s 8o1xc.1ekg 5883k.1ekg 2fshs0.1ekg 88dts.pe8 g.80 g.1c ' +
    '1s.74 1s.5c qo.b28 35s.262o 5c.7bk g.2xs sg.1s0 lc.iyo 16g9vk.pa8 pa8.23uo pa8.pa8 1416o.15se8 cn4.whds ' +
    '6bk.3v28 5aeuio.1kw 1kw.9hc fsw.u0w 1kw.11xc e8.e8 2dc.9hc cn4.pa8 6bk.175s w0.2hog lc.7b4 74.74 74.e8 ' +
    '16o.f7k 74.4qo e8.7wg 1kw.1beo 6bk.740 sg.b28 gfpq8.6bk 1f5ips.6e 44g0q.74 74.lc 74.74 74.e8 74.3k g.1c ' +
    '3k.cg 74.3k 1s.1s wareo.1c eo.3k jku0w.74 35s.74 2tjwg.2 6.8 g.2o 3k.74 ptukg.74 77l.3 6.4 1pu.w rk.w ' +
    'w.3k 1kw.w 14x.4 1sr.74 7k.g 16o.w 62o.74 74.6bk 6o0.g 1ao.w 1c.g cg.g hc.74 3k0.35s ujgo.8 o.g 3k.8 g.g ' +
    'p2bs0.6bk fsw.e8 1m1hc.e8 12cb9c.35s 4xs.74 200.g 1c.w 1s.w f4.74 usetc.zk',
  google:
    '299ngg.35s 188w.1kw 7i03k.3if4 vls.41ds e8.35s e8.2p6o 45u680.35s lf5s.6bk 2s2328.191c 2dc.fsw cn4.11xc ' +
    '2dc.e8 3k0.35s 35s.pa8 6bk.35s 5j4.740 vls.sg sg.f0g e8.1z4 35s.cu8 1r0g.a6m8 sg.2dc 6bk.20ow 6bk.rqps ' +
    '4qo.1kw 6bk.b8jk 1ekg.94ow 35s.20ow pa8.g5j4 6bk.18ruo cn4.2ghs cn4.e80 2rk0.pa8 3k0.74 74.1kw sg.2mtc ' +
    '1jwg.74 45c.sg lc.6ps0 23uo.4wzk 2t4w.1kw b28.3lkw 6bk.35s 1ekg.5yww 9hc.270g cn4.vls 6bk.pa8 5j4.3y8 ' +
    '74.sg lc.1kw dfk.sg 4qo.16o sg.1kw e8.sg e8.qgw 35s.6bk 35s.jny8 cn4.1kw b28.pa8 xz4.aoe8 e8.1z4 e8.sg ' +
    '1kw.lc 74.5j4 sg0.3k0 sg.74 74.35s e8.e8 e8.e8 cn4.jcw sg.74 74.35s e8.4av4 e8.em8 74.6io 74.hs 3k.2rk ' +
    'e8.em8 74.6io 74.1ds 1kw.1beo 1kw.b8jk 1ekg.cn40 6bk.16o e8.35s 1kw.lc 74.22o 3k.8w0 q2o.3if4 pa8.2v40 ' +
    'e8.1kw 3k.ao e8.16o e8.16o e8.1kw e8.2dc sg.bnk pvk.1z4 e8.1kw e8.16o e8.16o sg.3y8 sg.buo 12ps.3v28 ' +
    '9tz40.4wzk 35s.3y80 35s.pa8 1hq8.aj9c 35s.9hc cn4.1kw0 1s0.74 4cg.3if4 3k0.1z4 2dc.1kw 35s.2t4w 1z4.e8 ' +
    '3y8.gohs 1ekg.11xc 6bk.buo lc.cgzk 35s.2dc0 9hc.6eps 8ow.sg 7wg.1kw 6bk.8kxs lc.1bls 35s.35s 1kw.6ps0 ' +
    '5m9s.5m9s j18sn4.iyo 74.1s0 16o.20ow 1k9vk.cn4 74.1ds 4qo.41ds e8.ydc e8.2rk spb0g.6bk fjeo.35s 35s.35s ' +
    '5bh1c.35s 69o2kg.1ds0 1gkfls.cn4 1kw00.gutc 1ekg.1ekg 1ekg.nvnk fg8w.i9ds 2sza4g.ow0 4ih4ow.sg 8k5c.1kw ' +
    '335hq8.35s 55zhfk.sg 1z9dds.74 186io.zk 2600zk.1ekg',
  oracle:
    'anniak.2 ozjc2.6bk 6bk.cn4 2zeigw.6bk 35s.35s 6bk.35s 1kw.1kw 2zqdwc.2 6.2 jrj16.cn4 2rr40.74 lc.16o ' +
    'e8.sg e8.kxs 15yjgg.6bk 2vkohs.4cg e8.2dc sg.b28 56gw.zk lc.7wg 6bk.6bk fsjcw.6bk cn4.1s 1s.3k 5c.20w ' +
    'sg.e8 3k.3k zk.e80 9b6rk.35s 2dc.sg 4kveo.cn4 m4g.6bk 1kw.1kw hj1mo.w0 ow.sg 2gw.3k 1ds.cn4 6bk.1s 1s.3k ' +
    '5c.20w sg.e8 3k.3k zk.1kw 8ui9s.6ps 2rk.9hc yhq0w.pa8 cs0zk.1kw 1kw.m4g nk2dc.6bk 6bk.e80 e8.e8 4qo.16o ' +
    '16o.1gxs e8.e8 acgx6o.1ekg e1og.16o 1z4.1kw 22bcw.1ekg 35s.1kw 9vk.16o yrk.2dc 3k.3k 3k.3k 3k.3k 74.1beo ' +
    '1ekg.cn4 cn4.e8 e8.sg 1kw.e8 e8.3k 1s.1s 74.sg e8.16o e8.3k ao.2v4 ow.sg 2dc.328 hs.74 5c.u8 6bk.sg e8.3k ' +
    '1vk.e8 e8.hs 1s.8w sg.16o e8.sg 1kw.w0 ow.sg qo.xs 29s.w0 29s.w0 29s.sg e8.3k ao.sg e8.3k vwg.2t4w 1kw.sg ' +
    'glc.6bk iyo.1bsw cg.1s 8ow.iyo 7wg.sg 3y8.cn4 1ekg.35s 2jnk.1kw b28.2mtc 17jls.pa8 u7b4.3k ao.3k ao.3k ' +
    'lc.1534 fo5c.35s 35s.6bk cn4.pa8 2jaww.sg 2dc.sg f0g.1kw 1kw.w0 29s.sg 2dc.sg a9s.sg 4qo.sg z91c.3k ao.3k ' +
    'ao.3k lc.1czk 1vf9c.5xc 74.j5s iyo.2dc e8.3k0 1zta8.x6o 1kw.9hc 1u0ow.pa8 916gw.2gw ow.6bk 1kw.1kw ' +
    '8dnk0.3k ao.3k ao.3k lc.1czk 34dfk.qv4 1kw.m4g dnpxc.35s 35s.sg 3k.3k lc.1kw sg0.9hc 5nuo.2dc sg.2dc ' +
    'sg.2dc sg.2dc sg.uf4 sg.sg 12qyo.6bk 6bk.6bk 4qo.1s 1s.3k 5c.18g 3d5hc.sg sg.zk lc.9hc mfbwg.iyo 6bk.6dc ' +
    '1s.3k 5c.1a8 1s.3k 5c.2tc 166m8.cn4 47cow.cn4 cn4.pa8 4vkzk.sg 2dc.sg 2dc.4qo 1kw.sg 2dc.sg 4qo.3k ow.35s ' +
    'pa8.11xc 35s.7wg 16o0.35s 35s.35s gr4lc.2gw atfk.6bk 6054w.1kw sg.3y8 35s.1kw 1ssg.6bk 1r7k.35s 35s.4qo ' +
    '16o.3k0 35s.e8 bgg.e8 6ps.6bk 5tds.k5c e8.e8 4e4jk.3k ow.3k ow.3k ow.3k ow.3k ow.3k ow.3k 134.3k ow.3k ' +
    'ao.3k ao.3k ao.3k ao.3k ow.3k ow.3k ao.3k ao.3k ow.3k 1hc.3k ow.3k 134.3k ow.3k lc.e8 3k.3k 134.3k ow.3k ' +
    'ow.3k ow.3k ow.3k ow.3k ow.3k ow.3k ao.3k ao.3k ao.3k 134.3k ow.3k 134.3k ow.3k ow.3k ow.3k ow.3k 1hc.3k ' +
    '1aubk.1ekg 8feo.pa8 cn4.cn4 60hs0.6bk 3y8.sg 1kw.6bk cn4.cn4 7wg.sg dfk.35s 35s.35s 6bk.6bk 1kw0.11xc ' +
    '9hc.m4g 6bk.pa8 42m0w.6bk cn4.6bk 3v28.1kw bsv7k.6bk 6bk.6bk 9hc.35s 6bk.6bk 8xudc.iyo vls.188w 1ekg.1ekg ' +
    'b8jk.6bk i445c.6bk 35s.6bk e8.feo 2qi2o.4qo 14w.1s 6ps.5j4 1s.dds 4um80.9hc 23i0w.cn4 pa8.b28 qo.1s 1s.qo ' +
    'z85c.sg sg.sg 6bk.11xc cn40.vls 35s.e8 16o.e80 5dudc.6f4 ow.4qo 740.5j4 sg.buo ao.3k 6ps.4qo 1hc.3k ' +
    '2oyrk.1kw 35s.6io 74.16o b28.pa8 5qhhc.6dc 1s.3k 5c.20w 3k.3k lc.e8 2rk.6bk 1kw.2dc a1xxc.9hc 2dc.sg ' +
    'sg0.e8 g9vk.e8 4cg.6bk 35s.9hc a6m80.1ekg 3mmtc.35s sg.1am8 54w00.6bk 1hwjk.cn4 6xi4g.1ekg 2a68.fsw ' +
    '35s.1ekg 10w3y8.16o ao.zk ow.w0 29s.iyo flv5s.6dc 1s.3k 5c.20w 3k.3k zk.e8 f0g.sg 5j4.fsw 2kg.e8 i9kw.934 ' +
    '3k0.11xc 7zyf4.1ekg 2zgg0.sg sg.4qo 6bk.buo 1kw.1kw 1s.cg 74.3cw pa8.7b4 74.54w 740.i68 pog.2rk 2lbls.w0 ' +
    'ow.sg sg.e8 3k.3k zk.1kw u77k.w0 1vk.e8 35s.6bk 1lxxc.cn4 294ao.4qo 1z4.e8 e8.74 74.4qo 6x0cg.16o ' +
    '12ps.35s 9wykg.m4g 35s.npc sg.sg 3a1a8.4qo 6bk.11xc 1brb4.1534 sg.8ow ku39c.1ekg l2io.vls 6bk.6bk 35s.35s ' +
    '8e39c.9hc 6bk.sg sg.1kw fsw.1kw 7wg.35s 42fpc.35s 35s.w0 ow.sg sg.e8 3k.3k zk.1kw ou2gw.9hc 48kxs.9hc ' +
    '3r75s.9hc 18c1s.iyo iyo.6bk 4qo.1s 1s.3k 5c.18g 2t4w.pa8 cn4.b40 1s.3k 5c.18g pzi8.b40 1s.3k 5c.8cg sg.e8 ' +
    '3k.3k zk.zk 74.g0 1s.3k 5c.18g b8jk.1ekg amrr4.6bk 2p9ts.1kw 1kbgg.iyo iyo.cn4 63qd4w.cn4 6bk.6bk ' +
    'bxts.6bk 7wg.1kw 4h6o.6dc 1s.3k 5c.20w 3k.3k lc.e8 2rk.6dc 1s.3k 5c.20w 3k.3k lc.e8 2rk.6dc 1s.3k 5c.20w ' +
    '3k.3k lc.e8 2rk.6dc 1s.3k 5c.20w 3k.3k lc.e8 8jr4.1kw sg.2dc sg.35s sg.e8 e8.e8 e8.1og 1hc.sg sg.8hs ' +
    'lc.e8 cg.1mo e8.e8 74.zk e8.2yo zk.16o 1kw.sg sg.2dc sg.2dc sg.3k 1s.1s 1ds.sg sg.1kw dktmo.2t4w 41f5s.74 ' +
    '7j7k0.sg hds.1kw 2tw5c0.1z4 14w.u8 qo.j0g 79xc0.e8 j6yrk.3k 74.1kw sg.e8 e8.hs ao.35s qo.1s cg.1s 2rk.sg ' +
    'aj9c.4cg lc.1ds 2za4g.w0 1hc.a9s cdyio.sg 141x98.2 6.2 lwt6.6bk 184oao.8ow sg.e8 3k.3k zk.1kw 6bk.6bk ' +
    'uk7b4.35s',
  cloudflare:
    '9zlds.74 1ekg.74 1y4s8w.74 64g.lc 4oao.74 xz4.74 5w5c.74 74.sg 47pc.lc jcw.74 c8w.74 fsw.lc d8g.74 ' +
    '1wjk.e8 74.74 3k0.16o oow.74 1z4.16o iyo.e8 ow0.e8 296o.74 jr4.74 k5c.74 uf4.lc l4w.e8 tts.74 10qo.74 ' +
    '74.74 r28.74 74.zk 1kw.74 12ps.74 c1s.74 8hs.e8 gsg.74 t1c.74 lc.74 nb4.74 74.e8 1eyo.74 4jk.74 v0g.e8 ' +
    '74.74 3oxs.lc em8.74 agw.lc lq8.lc hkw.74 c1s.74 sg.74 1edc.zk f0g.74 74.74 1yww.lc 4cg.74 hkw.74 268.74 ' +
    'kxs.lc ef4.1ds sg.sg d1c.16o etc.74 lc.74 5j4.74 npc.lc 5j4.e8 74.74 hkw.74 yyo.e8 74.e8 kqo.74 e8.74 ' +
    '1ds.74 e80.74 pvk.lc jr4.lc 5q8.sg e8.74 a2o.16o 1a0w.1ds 9og.74 e8.lc zk.74 e8.74 6bk.sg lc.74 16v4.1ds ' +
    'sn4.74 e8.sg agw.74 74.74 1q0w.zk 12bpa0.o 2r4.8 1c.8 10eo.8 6j4w.8 fs.8 39xkg.g w.g 5k.8 cxwo.8 4nsg.8 ' +
    '8.8 1kq1c.8 8.8 yo.8 1s.8 hw20.8 v4.g qoe8.8 c8.g 2o.8 434xi8.8 2yrg20.8 bmg.8 a14.8 3s.2 40m.8 8ps.8 ' +
    '1v4.8 6w.8 53c.8 320.8 25g6o.8 92w.8 mg.8 lew.8 1w.4 4pw.2 6i.8 1b8.2 3ja.4 1xg.4 1oo.8 1jk.4 le8c.6 ' +
    '12a.8 6g.2 w6.8 5o8.8 98.4 l4.8 3js.8 fk.4 3g.8 o.8 1g.2 54y.8 3vk.8 1qw.2 266.8 37o.2 49e.8 4dc.8 o04g.g ' +
    '7z4.8 4w.8 v4.2 i6.8 4yg.8 8.g ug.8 1s.8 g.8 8w8.8 ba4.4 9dk.8 o72g.4 164.2 2g6.8 9s8.8 140.8 6ao.8 2e0.8 ' +
    '68.8 51s.8 9s.8 6g.8 1pc.8 94.8 57s.8 1n68.8 3c.8 4g.8 9ig.8 9k.8 2hk.8 4s0.8 494.8 1yg.8 jm30w.8 ' +
    '193cgg.74 4rmrk.sg 13i8.sg kmbk.74 2n0g.74 v6kg.bs 8.gg 1krnn8.4 1pnpgw.8 5anps.4 14ctcc.8 2ubd4.8 ' +
    'lkj2w.74 cnbi8.74 2i2gf4.8 uujbs.74 199p14.8 g4okg.8 v4.8 1bezck.4 j0.4 3tedk.e8 61l6k.4 7js.4 fq1g4.g ' +
    '6nucg.2t4w e2134.e8 hrwf4.g 22lm34.74 3wrgg.sg 1534.sg bjls.sg 9eha8.ke42 2.5fw 2.4s 2.e 2.1q 4.5i 2.1g ' +
    '4.70 4.18 2.5q 2.14 2.5w 4.70 4.70 4.70 4.70 4.70 4.70 4.70 4.70 4.70 4.70 4.4k 2.2g 2.70 4.70 4.70 4.70 ' +
    '4.a 2.1tki 8o6r4.8 10duiw.cn4 2wknds.8 3atg2g.sg 8u4qo.8 zk.8 qw.8 1ns.8 1oo.8 hjew.4 s8lqs.e8 1u9beo.cn4 ' +
    '1y7zc0.8 5yovk.8 1zk.8 60.8 cw.4 15w.8 1rs.4 22c.8 12o.8 l4.8 1p4.8 6w.8 iw.8 90o.8 2vs.8 13s.8 dw.4 ow.8 ' +
    'i0.8 z8.2 qy.8 4g.4 2ws.8 zc.8 o0.8 wo.8 c8.8 t4.8 ns.8 2g.8 5z0s.4 47s.4 2to.8 74w.8 9hc.8 88s.4 1m8.8 ' +
    '6kg.8 8o.8 35bs.8 55k.8 4a0.8 1wo.8 18w.8 1q8.8 3r4.8 6iw.8 b74.8 76g.8 o.g rk.2 3na.8 4sm5c.8 o3lcw.74 ' +
    'l601c.8 13s.8 a0.8 2h4.8 g.8 pk.8 v4.8 q0.8 6w.8 csg.8 48.8 bk.8 1aifc.74 5xc.74 5swe8.74 y4xs0.e8 ' +
    '1p79c.74 16f3sw.2t4w 2o53b4.b8jk gqv40.35s pcem8.e8 8d1c0.sg y0v9w.4 diyso.74 fyv9s.8 75zm0.4 2ew.4 i4o.8 ' +
    '13s.4 an850.sg 112io.e8 jy0w.8 ixo8.lc 1f7k0.sg q4u80.35s j6e4g.35s thydc.8 2cg.8 8v1zk.74 pzgg0.74 ' +
    'b2l1c.sg 1rk5k.8 oapc.pa8 mwi8.8 8sbmw.1kw 2tt0w.8 14.8 e0.8 1i8.8 dlddc.35s 2s64g.sg 10hz4.e8 sg.74 ' +
    '16o.74 szcw.6bk 70m9k.8 3ydvm.4 h1yey.74 ti1ew.8 w.8 aw.8 8hy80.8 8yhec.4 3vs.6 4t2ay.4 50.4 kqha.2 ' +
    '2m5km.2 ags9w.8 od08.8 fhc08.4 1z3os.4 zpl8.8 7kksw.8 o.8 2ljog.8 1dvk8.8 20il4.8 jpg8.8 o6ug.8 mx4bg.2 ' +
    '19i.4 44.4 1zo54.8 1t2f4.74 35bjc.8 4r0qw.8 1g745c.74',
  fastly:
    '6mwxkw.35s 5kbocg.sg gn4gzk.74 2ccg.lc 6hs74.35s a36fpc.11xc 1h55hc.pa8 1exse8.1ekg 1lzojk.cn4 2t1dkw.sg0 ' +
    '35s.35s 9hc.35s 1f1qm8.cn4 3ipqf4.sg 3vozcw.1kw 7zim8.1ekg',
  cloudfront:
    'ucxa8.3k 1lhc.74 p7i8.5c 35s.1s 8tvk.3k 2kutc.e8 7se8.ao treo.74 93b4.74 gxz4.sg 10cg.sg f0g.sg gwe8.hk3k ' +
    'pa8.47pc 259mo.3k 5h7k.w 1slc.e8 nnk.1s 2jwge8.2t4w 1ekg.1ekg pmrk.1s 81mo.1s 23k00.1s 1a8.74 ff9c.74 ' +
    'd2ww.e8 dfk.e8 2p4hs.1s 9gzk.1s jakg.5m9s dmo.74 7m4g.1s lhxc.1ekg gdyio.1ekg 15qtc.74 pqww.3k 13eo.3k ' +
    'ocqo0.70u8 3be9s.2t4w 5m9s.2t4w 2t4w.2t4w 8feo.2t4w 1reo.lc oa9s.e8 9eyo.2dc 24n4.e8 m8hs.3k ij7k.1s ' +
    '1g5c.ao 9z0g.2t4w 5m9s.2t4w 17w8w0.6bk 5dfcw.lc zk.sg 3y8.74 74.16o 83k0.cn4 546ps.6bk cn4.pa8 2v7bb4.74 ' +
    'se0w.3k 9mcg.w dds.1s 3ugw.74 4tm2o.16o 2j3eo.74 57sw.1s 7q0w.1s 7hwzk.5c 22dq4g.5c 2rk.1s a32rk.1z4 ' +
    '21vk.74 7mrk.74 9cl8.4 3gg.3k pv56o.lc 10nsow.16o 15vk0.cn4 7o0hs.1s 16udc.cn4 1tds.74 7b0g.1s 59hc.3k ' +
    '23k0.74 cb5s.1s h58g.1s 4ym8.6bk 1xj4.2t4w 1i2v4.pa8 2wn9c.1s ix34.1s ax8g.1s 2gn4.pa8 idlhc.1ekg ' +
    'cn40.1ekg 1fz0g.11xc 1kw.b28 47ls.1s 7q68.iyo vls.cn4 fgum8.75 73.74 c8s1s.74 8ow.3k crukg.5c 1nuce8.pa8 ' +
    'fsw0.2ghs 1ipou8.cn4 arc3k.pa8 7oubcw.74 639c.1ekg 1ekg.1ekg 2jvzeo.2t4w mh34.5m9s o98jk.3k 2lc.1s ' +
    '1ih4tc.5c mgdj4.5c 87fuo.5c 697r4.1s 1y8.w 3cw.w mjk.1s 71af4.5c tips.1s 4g.w qo.2o 2oufj4.1beo ' +
    '3mwqgw.1ekg aknwg.1ekg 9xc83k.5c 6qzfb4.5j4 a6o74.4cg 4xs.16o 2xe6f4.6bk',
}
