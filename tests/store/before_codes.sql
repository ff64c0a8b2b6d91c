BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'assess','m001_cases_and_answers','2026-11-30 08:30:59.757638+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'assess','m002_capture','2026-11-30 08:30:59.758176+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'assess','m004_pool','2026-11-30 08:30:59.758969+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'assess','m006_editions','2026-11-30 08:30:59.759313+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'assess','m007_identity','2026-11-30 08:30:59.759578+00:00');
CREATE TABLE answer (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE cases (
        id TEXT PRIMARY KEY,
        organisation INTEGER NOT NULL REFERENCES organisation (id),
        catalogue TEXT NOT NULL,
        synthetic INTEGER NOT NULL DEFAULT 0 CHECK (synthetic IN (0, 1)),
        created_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "cases" VALUES('case0001',1,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0002',2,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0003',3,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0004',4,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0005',5,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0006',6,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0007',7,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0008',8,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0009',1,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0010',9,'2026.1',0,'2027-01-15T12:00:00+00:00');
INSERT INTO "cases" VALUES('case0011',10,'2026.1',0,'2027-01-15T12:00:00+00:00');
CREATE TABLE decision (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        kind TEXT NOT NULL CHECK (kind IN ('state', 'verdict', 'edit')),
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "decision" VALUES(1,'case0001','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','eafcff965a48ac310e466e33536721021724df9b0a6ff6226080759043fd76e4');
INSERT INTO "decision" VALUES(2,'case0001','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','eafcff965a48ac310e466e33536721021724df9b0a6ff6226080759043fd76e4','dd432555f6abd1efaaabf89f15fdecab50ae026dace64b2d79cc867cc4ca592c');
INSERT INTO "decision" VALUES(3,'case0001','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','dd432555f6abd1efaaabf89f15fdecab50ae026dace64b2d79cc867cc4ca592c','523bced1a5a9b7b822b0995b21e20c46062ebfa9430fc63c267691ee549b794c');
INSERT INTO "decision" VALUES(4,'case0001','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','523bced1a5a9b7b822b0995b21e20c46062ebfa9430fc63c267691ee549b794c','834c840ec0cf88d78c635bf6789a5a6417e40fff12b57eefdcecccfeedc3f109');
INSERT INTO "decision" VALUES(5,'case0001','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','834c840ec0cf88d78c635bf6789a5a6417e40fff12b57eefdcecccfeedc3f109','a210417dcd1c71cb49ff41b492bc3931f51882a1ad00b4400c616b37cda8e7da');
INSERT INTO "decision" VALUES(6,'case0001','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','a210417dcd1c71cb49ff41b492bc3931f51882a1ad00b4400c616b37cda8e7da','66e68ccbefb688324b01e678bf64d45dd9fa7ffda5b98c5f3d8ebd8bf36e4203');
INSERT INTO "decision" VALUES(7,'case0001','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','66e68ccbefb688324b01e678bf64d45dd9fa7ffda5b98c5f3d8ebd8bf36e4203','c042e26b2c97d724aafcdf42fd73ed301e62ae70ab3d9e7816ae50aec000ebc7');
INSERT INTO "decision" VALUES(8,'case0001','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','c042e26b2c97d724aafcdf42fd73ed301e62ae70ab3d9e7816ae50aec000ebc7','63f88aefeb51c1918eb76104b06c86d5b5b85a86a3717804a2f6709cc1c9be5e');
INSERT INTO "decision" VALUES(9,'case0001','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','63f88aefeb51c1918eb76104b06c86d5b5b85a86a3717804a2f6709cc1c9be5e','75c24d5b89cdaf852bdddbb8fe3a42bf86adca9f6a6ee91acbb023e0ee2704a9');
INSERT INTO "decision" VALUES(10,'case0002','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','906400906037e400b1be3a0b82f149a5e8c4fca2d5290497ac5b0de843f2f5e6');
INSERT INTO "decision" VALUES(11,'case0002','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','906400906037e400b1be3a0b82f149a5e8c4fca2d5290497ac5b0de843f2f5e6','56329fcac3db82cd5c4924c1a6a856305d6626599096201cfd1ea400f761085d');
INSERT INTO "decision" VALUES(12,'case0002','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','56329fcac3db82cd5c4924c1a6a856305d6626599096201cfd1ea400f761085d','2d24c6a3cc3b8a0125c17a59f48447c56bb243474cecada605cfacd57f84e128');
INSERT INTO "decision" VALUES(13,'case0002','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','2d24c6a3cc3b8a0125c17a59f48447c56bb243474cecada605cfacd57f84e128','369360a9da6777ce5ab0842374a11a136a763f3fb509deb3110054ac4cb2491a');
INSERT INTO "decision" VALUES(14,'case0002','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','369360a9da6777ce5ab0842374a11a136a763f3fb509deb3110054ac4cb2491a','5951e7ad0dd4297ec72910f01b5c56728b43963f2965168f8dd67cc69423d583');
INSERT INTO "decision" VALUES(15,'case0002','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','5951e7ad0dd4297ec72910f01b5c56728b43963f2965168f8dd67cc69423d583','c31e8f9b7a3cf8ba116a8544878dd2dc0b006ce2fc081d11d822db2b7f8008a1');
INSERT INTO "decision" VALUES(16,'case0002','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','c31e8f9b7a3cf8ba116a8544878dd2dc0b006ce2fc081d11d822db2b7f8008a1','7661a9fdc502a346d134a13be7988631a7433f82f288c217b484792090ede1c0');
INSERT INTO "decision" VALUES(17,'case0002','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','7661a9fdc502a346d134a13be7988631a7433f82f288c217b484792090ede1c0','66321d71fdc93e661e45fb37aba5766a0dec54864a55ea396394aea852210b49');
INSERT INTO "decision" VALUES(18,'case0002','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','66321d71fdc93e661e45fb37aba5766a0dec54864a55ea396394aea852210b49','bc681f3fdadf3c28a5cb36bdd90a62f1058bb18f91dd519660d8c7d55437c57e');
INSERT INTO "decision" VALUES(19,'case0003','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','f2966db136a48121a65ee8e20b0815710e4871c668b496386480ddd614517fe9');
INSERT INTO "decision" VALUES(20,'case0003','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','f2966db136a48121a65ee8e20b0815710e4871c668b496386480ddd614517fe9','2dfd82b41461d26ed45225520a7ef1abb0353c69db0197cb2e26141f62f9a8b9');
INSERT INTO "decision" VALUES(21,'case0003','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','2dfd82b41461d26ed45225520a7ef1abb0353c69db0197cb2e26141f62f9a8b9','aeb86003a3c7973807aab9bac806b5fedc489ccea410cb3c057e5ff1058bb6e7');
INSERT INTO "decision" VALUES(22,'case0003','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','aeb86003a3c7973807aab9bac806b5fedc489ccea410cb3c057e5ff1058bb6e7','f30200997f219a2223b084b24da2937171e4e56a73b4cd12e2c15b075c62e8cd');
INSERT INTO "decision" VALUES(23,'case0003','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','f30200997f219a2223b084b24da2937171e4e56a73b4cd12e2c15b075c62e8cd','77acbd65b760bf2f13f500d888c1a0a88ec190d90c2bd0dba28dfdcdf89a29bb');
INSERT INTO "decision" VALUES(24,'case0003','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','77acbd65b760bf2f13f500d888c1a0a88ec190d90c2bd0dba28dfdcdf89a29bb','b7873f3fcea3b910dda11a84fb03b83f35b0bf5e5a1d9203905c47fe68284813');
INSERT INTO "decision" VALUES(25,'case0003','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','b7873f3fcea3b910dda11a84fb03b83f35b0bf5e5a1d9203905c47fe68284813','85e1ee3cab3da82a59c0542a4d34a66c410bbb420b6bb72d3b09581959404a4d');
INSERT INTO "decision" VALUES(26,'case0003','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','85e1ee3cab3da82a59c0542a4d34a66c410bbb420b6bb72d3b09581959404a4d','b2d477a7f53fb69731d1639db38d14201c8663cde4b5b08d1b8f59f220fe565c');
INSERT INTO "decision" VALUES(27,'case0003','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','b2d477a7f53fb69731d1639db38d14201c8663cde4b5b08d1b8f59f220fe565c','cc31801e6befd28916a415d956d6c7a094ca1475de11b40cbb1f5d7543fb0f2d');
INSERT INTO "decision" VALUES(28,'case0004','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','cc76490154a234ba9f12bb51200fa2bf1bd5ac57bf56831365955a25e54dbf9d');
INSERT INTO "decision" VALUES(29,'case0004','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','cc76490154a234ba9f12bb51200fa2bf1bd5ac57bf56831365955a25e54dbf9d','55cd241d7eafface3e80b43522128a3cc8f5fd348a7cc67176e89949851f8bb1');
INSERT INTO "decision" VALUES(30,'case0004','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','55cd241d7eafface3e80b43522128a3cc8f5fd348a7cc67176e89949851f8bb1','1a441f7325626f15c467fd6f151284e32d3184fd2503c7b8835024d0fdd85036');
INSERT INTO "decision" VALUES(31,'case0004','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','1a441f7325626f15c467fd6f151284e32d3184fd2503c7b8835024d0fdd85036','c62b4d24f44c875e7d0d9591524da9013bfe2e780b9cf6c7d68f3e718b3fcd25');
INSERT INTO "decision" VALUES(32,'case0004','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','c62b4d24f44c875e7d0d9591524da9013bfe2e780b9cf6c7d68f3e718b3fcd25','eee5e4f47e09415f149dfd043de9c0c699b94cd970836595c223d57f104eb848');
INSERT INTO "decision" VALUES(33,'case0004','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','eee5e4f47e09415f149dfd043de9c0c699b94cd970836595c223d57f104eb848','fce15f878dec6810a40efaccdbb929c7757ecfdcd3837481ec99ea00e8f0acab');
INSERT INTO "decision" VALUES(34,'case0004','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','fce15f878dec6810a40efaccdbb929c7757ecfdcd3837481ec99ea00e8f0acab','73da15dc43a09b6625f73dd0ba874fa878e060ed24b85c4085b8b77772dda983');
INSERT INTO "decision" VALUES(35,'case0004','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','73da15dc43a09b6625f73dd0ba874fa878e060ed24b85c4085b8b77772dda983','5882d2b9c34a38c03de4c065024147049d6ef44887508fefdb577212723ecce0');
INSERT INTO "decision" VALUES(36,'case0004','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','5882d2b9c34a38c03de4c065024147049d6ef44887508fefdb577212723ecce0','da930a2513b64c2e0ddf1b8ed6bbf0089b512ff14ca9c0bf8233a83088065c32');
INSERT INTO "decision" VALUES(37,'case0005','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','c0bc9128eb8336438c68ef8347b8946acad8a738987430da6592cb37a525e3df');
INSERT INTO "decision" VALUES(38,'case0005','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','c0bc9128eb8336438c68ef8347b8946acad8a738987430da6592cb37a525e3df','27a7646a5a4989bcf1c64b97b707cf09ac719e497624bb6ef4ba15bd4b946e2b');
INSERT INTO "decision" VALUES(39,'case0005','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','27a7646a5a4989bcf1c64b97b707cf09ac719e497624bb6ef4ba15bd4b946e2b','66686aa94997a6685e23e2abf0024c8c45af3ec563c64b0d9770a530d50337d8');
INSERT INTO "decision" VALUES(40,'case0005','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','66686aa94997a6685e23e2abf0024c8c45af3ec563c64b0d9770a530d50337d8','702399856a0abe1348dd937b4b1538bfe4fece9d013e4386749704ecb5ef7694');
INSERT INTO "decision" VALUES(41,'case0005','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','702399856a0abe1348dd937b4b1538bfe4fece9d013e4386749704ecb5ef7694','2bfe18317f9675030905ec9b438368101a66db391026f4adbd2a319922f3b583');
INSERT INTO "decision" VALUES(42,'case0005','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','2bfe18317f9675030905ec9b438368101a66db391026f4adbd2a319922f3b583','e44048d8227d5fb8faf49ff980ad1e0faeed5369981051890b66a23da0227291');
INSERT INTO "decision" VALUES(43,'case0005','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','e44048d8227d5fb8faf49ff980ad1e0faeed5369981051890b66a23da0227291','0123877dee5064a424ec3784d2e1967380f0e60fbe53ac97ebc0a984e2ab85e6');
INSERT INTO "decision" VALUES(44,'case0005','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','0123877dee5064a424ec3784d2e1967380f0e60fbe53ac97ebc0a984e2ab85e6','3b47dde551d1a6964a95465e37d410ee92d589103c0bbb969ca95e6ffe56b62b');
INSERT INTO "decision" VALUES(45,'case0005','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','3b47dde551d1a6964a95465e37d410ee92d589103c0bbb969ca95e6ffe56b62b','df2576f5753d9e5fde8430b08535358906893409828c49e4ff50783a9a67c2f7');
INSERT INTO "decision" VALUES(46,'case0006','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','33565f9980d714023eae6bc4d3f7938a365d8a31f2efbaaba11c99d58c7f6979');
INSERT INTO "decision" VALUES(47,'case0006','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','33565f9980d714023eae6bc4d3f7938a365d8a31f2efbaaba11c99d58c7f6979','45701c8faa90641c8d36ce6c3e0bb4deb68679384edf8e56428c08ae38ff8137');
INSERT INTO "decision" VALUES(48,'case0006','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','45701c8faa90641c8d36ce6c3e0bb4deb68679384edf8e56428c08ae38ff8137','7b65e212686b948c973c39f625e5db244b29236ecf5677d0ebde7545e6c59508');
INSERT INTO "decision" VALUES(49,'case0006','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','7b65e212686b948c973c39f625e5db244b29236ecf5677d0ebde7545e6c59508','f8d14d8bf5fe2dc83f12c27b4fce5406a04cb8ce3ef9f5cd16bca42347a0e38b');
INSERT INTO "decision" VALUES(50,'case0006','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','f8d14d8bf5fe2dc83f12c27b4fce5406a04cb8ce3ef9f5cd16bca42347a0e38b','58515461ca007ace350c6d05d8a2b5bdc3aad3a7eadc058100af054cc841d632');
INSERT INTO "decision" VALUES(51,'case0006','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','58515461ca007ace350c6d05d8a2b5bdc3aad3a7eadc058100af054cc841d632','fbdc93f3676167e8945db01563ef21619b2b933abbdb0c1c3583285ab59815a1');
INSERT INTO "decision" VALUES(52,'case0006','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','fbdc93f3676167e8945db01563ef21619b2b933abbdb0c1c3583285ab59815a1','b80d146726633e71519236ba7c4270d47c47ec0063e376cb73ecd759ea47659b');
INSERT INTO "decision" VALUES(53,'case0006','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','b80d146726633e71519236ba7c4270d47c47ec0063e376cb73ecd759ea47659b','4dda341a892a42da0f0246bdfcc63bddac8d7cb016e70f61214f736ffd21153b');
INSERT INTO "decision" VALUES(54,'case0006','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','4dda341a892a42da0f0246bdfcc63bddac8d7cb016e70f61214f736ffd21153b','74b2f3af510538775e20fbcd36fe6331e9f27d8310039ef859ae057fa9fd6a7c');
INSERT INTO "decision" VALUES(55,'case0007','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','42b3f3109e50f3628a2c7a67e24ef8041fbc2cb061ae513ce3749ccf1956b896');
INSERT INTO "decision" VALUES(56,'case0007','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','42b3f3109e50f3628a2c7a67e24ef8041fbc2cb061ae513ce3749ccf1956b896','a89e3fbdb050d44c075b3df76afdd13fb6bd89d26c98bb5a0801370cdffa3561');
INSERT INTO "decision" VALUES(57,'case0007','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','a89e3fbdb050d44c075b3df76afdd13fb6bd89d26c98bb5a0801370cdffa3561','c15007117ca201bc0d2d5f1996993459f7baa0121b6c16302ae9dad91223e8a9');
INSERT INTO "decision" VALUES(58,'case0007','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','c15007117ca201bc0d2d5f1996993459f7baa0121b6c16302ae9dad91223e8a9','9edc23a3b087144cf4289448d4acc4d5fa17a29333f9c960c87b2180e0290db6');
INSERT INTO "decision" VALUES(59,'case0007','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','9edc23a3b087144cf4289448d4acc4d5fa17a29333f9c960c87b2180e0290db6','7546f25b74b21ed473d46d5f134b47c2c50cc35e6dc81fd9e4d881f1a7c6cb67');
INSERT INTO "decision" VALUES(60,'case0007','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','7546f25b74b21ed473d46d5f134b47c2c50cc35e6dc81fd9e4d881f1a7c6cb67','594465f9e2c8ed9422ef1b0c9021821bb946cf831d327d1551b7fba05c158419');
INSERT INTO "decision" VALUES(61,'case0007','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','594465f9e2c8ed9422ef1b0c9021821bb946cf831d327d1551b7fba05c158419','cec34e683672663a95e7690325c386430c80e844898cb3fd745e2135706880c5');
INSERT INTO "decision" VALUES(62,'case0007','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','cec34e683672663a95e7690325c386430c80e844898cb3fd745e2135706880c5','2eac002c25ae4486cf20a47d026035a2c527ab7e8ba52cda444108117d7203c2');
INSERT INTO "decision" VALUES(63,'case0007','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','2eac002c25ae4486cf20a47d026035a2c527ab7e8ba52cda444108117d7203c2','3a0a231b3b35ac803b30f20ee5c1967c6e818b15b1079bde5ba0c30944c3055f');
INSERT INTO "decision" VALUES(64,'case0008','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','7d9bdae7ffeafc2009ecdb29143b5562e7b32510c603c7facae62e092c0ba86a');
INSERT INTO "decision" VALUES(65,'case0008','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','7d9bdae7ffeafc2009ecdb29143b5562e7b32510c603c7facae62e092c0ba86a','32e63ba5517b6f9b8177d6b2399db94765603d11bbe2baa7f23ed062f4f5f060');
INSERT INTO "decision" VALUES(66,'case0008','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','32e63ba5517b6f9b8177d6b2399db94765603d11bbe2baa7f23ed062f4f5f060','67a41cdd5a95f7d57d8963e47cf42f61a76a4adcd590561720a80b8defcc5240');
INSERT INTO "decision" VALUES(67,'case0008','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','67a41cdd5a95f7d57d8963e47cf42f61a76a4adcd590561720a80b8defcc5240','c85a442a350fe65a156b0400042fb9dc7fce96d4e071e59cbe80b52d386bee02');
INSERT INTO "decision" VALUES(68,'case0008','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','c85a442a350fe65a156b0400042fb9dc7fce96d4e071e59cbe80b52d386bee02','9539bf0d7dd5a0018f456b99e60a75c9d68267db8a77afb321fb323782b222c0');
INSERT INTO "decision" VALUES(69,'case0008','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','9539bf0d7dd5a0018f456b99e60a75c9d68267db8a77afb321fb323782b222c0','aa8d43521f198dad37d47f38caa0e66d796dbe0c402e8b2e2e03660b8416daf0');
INSERT INTO "decision" VALUES(70,'case0008','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','aa8d43521f198dad37d47f38caa0e66d796dbe0c402e8b2e2e03660b8416daf0','acedc4471a3abe83e3750f9aac4e5b7bcc0b4c90aea83ad5a230fefd4248c40f');
INSERT INTO "decision" VALUES(71,'case0008','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','acedc4471a3abe83e3750f9aac4e5b7bcc0b4c90aea83ad5a230fefd4248c40f','2b28e61d665835be80cea63a2716c8b6ae9a95bbb9029e37db1a3ab136907410');
INSERT INTO "decision" VALUES(72,'case0008','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','2b28e61d665835be80cea63a2716c8b6ae9a95bbb9029e37db1a3ab136907410','fb028e989d0e618e881de6d6a521db1feed6b0d8ed5f7dc8e7daec58598b3902');
INSERT INTO "decision" VALUES(73,'case0009','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','fbaecc5ca1294bae6fac45cc175a01554f3eb5d0b5d70b5b835549fe100e11da');
INSERT INTO "decision" VALUES(74,'case0009','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','fbaecc5ca1294bae6fac45cc175a01554f3eb5d0b5d70b5b835549fe100e11da','2135a814b86269301692415c4efdd1a3b5be5fa6137a7d70ca3b7685ecb725df');
INSERT INTO "decision" VALUES(75,'case0009','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','2135a814b86269301692415c4efdd1a3b5be5fa6137a7d70ca3b7685ecb725df','ca702cd725fe24ad0280f2d8f7b9589fd86e253eec6336eeab40eea74208b455');
INSERT INTO "decision" VALUES(76,'case0009','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','ca702cd725fe24ad0280f2d8f7b9589fd86e253eec6336eeab40eea74208b455','f5bdfa916905d7ccf8312f5368b920c02a3c7705f9712a99429e344e444af31c');
INSERT INTO "decision" VALUES(77,'case0009','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','f5bdfa916905d7ccf8312f5368b920c02a3c7705f9712a99429e344e444af31c','f28d74ace11959f80f9b026494ccd501afd9918278e5af56e88bb3ee1f447ca4');
INSERT INTO "decision" VALUES(78,'case0009','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','f28d74ace11959f80f9b026494ccd501afd9918278e5af56e88bb3ee1f447ca4','9d3dedd6871052d36c4a45110ce0539cde478a99cb25ea29d7d4e5ee52cf7c63');
INSERT INTO "decision" VALUES(79,'case0009','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','9d3dedd6871052d36c4a45110ce0539cde478a99cb25ea29d7d4e5ee52cf7c63','faadde889ef20aa24a24e12da9d7bb231f7df7bba99c571988108e417c7c8ce7');
INSERT INTO "decision" VALUES(80,'case0009','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','faadde889ef20aa24a24e12da9d7bb231f7df7bba99c571988108e417c7c8ce7','706d78bdd48a7d2a2957cea23f97a8e85b46e24aad343afab8a4359ce81bb05d');
INSERT INTO "decision" VALUES(81,'case0009','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','706d78bdd48a7d2a2957cea23f97a8e85b46e24aad343afab8a4359ce81bb05d','5dbccbb0c1b9d59ee94bbe18b0a02afa5b74a6dbe8a578df1974c5c8686b6eb1');
INSERT INTO "decision" VALUES(82,'case0010','state','state','{"state":"finished"}','Ada Expert','2027-01-15T12:00:00+00:00','','491ac077b8098233b8365364288fe8cfd07dd3e4a2e7bf37d4da08fd807a39b9');
INSERT INTO "decision" VALUES(83,'case0010','verdict','E1','{"criterion":"E1","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','491ac077b8098233b8365364288fe8cfd07dd3e4a2e7bf37d4da08fd807a39b9','641a061cea797d7fd68f769a713d07c0144442b4ff3fc951a61323e79eb57039');
INSERT INTO "decision" VALUES(84,'case0010','verdict','E2','{"criterion":"E2","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','641a061cea797d7fd68f769a713d07c0144442b4ff3fc951a61323e79eb57039','6ad9b5522c51764f72c0b5470bdd73b41943fad204c3dcaf6f89a4bad4baa5c5');
INSERT INTO "decision" VALUES(85,'case0010','verdict','E3','{"criterion":"E3","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','6ad9b5522c51764f72c0b5470bdd73b41943fad204c3dcaf6f89a4bad4baa5c5','beffde620f7e82e1bb57d92437d3239191ca5d1ae532cd8b5d1791eae73b788f');
INSERT INTO "decision" VALUES(86,'case0010','verdict','E4','{"criterion":"E4","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','beffde620f7e82e1bb57d92437d3239191ca5d1ae532cd8b5d1791eae73b788f','b16a7080f26fbf2a4fdf8f917b24bc1a2203f7d7515a7228bcb6df45d168c71f');
INSERT INTO "decision" VALUES(87,'case0010','verdict','E5','{"criterion":"E5","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','b16a7080f26fbf2a4fdf8f917b24bc1a2203f7d7515a7228bcb6df45d168c71f','8629d287eb3e74a895739bb6fcec1feb69f9cc1e52bb47c32c93ca14f4e3f36b');
INSERT INTO "decision" VALUES(88,'case0010','verdict','E6','{"criterion":"E6","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','8629d287eb3e74a895739bb6fcec1feb69f9cc1e52bb47c32c93ca14f4e3f36b','8c57433010afcb6094ddcb3722327c4648bdb6f2e8a3308092904558563df8af');
INSERT INTO "decision" VALUES(89,'case0010','verdict','E7','{"criterion":"E7","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','8c57433010afcb6094ddcb3722327c4648bdb6f2e8a3308092904558563df8af','638e38c416bf6066f39372dffda598968efaefb9de7f21832b17eff6bf52555d');
INSERT INTO "decision" VALUES(90,'case0010','verdict','E8','{"criterion":"E8","verdict":"met","reason":"seen on site","by":"Ada Expert","at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','638e38c416bf6066f39372dffda598968efaefb9de7f21832b17eff6bf52555d','8cb4ef18059bb56bc1f76c5f381bd2e4fa7347e8e0afce48c956d56c9fee551a');
INSERT INTO "decision" VALUES(91,'case0011','state','state','{"state":"in_progress","reason":"Opened with ecei-2027; with ecei-2026 it is the case case0099"}','Ada Expert','2027-01-15T12:00:00+00:00','','669f7320c50fa7185b2173f0e0ab885bc4faa264502e3af124b505bb5280c42c');
INSERT INTO "decision" VALUES(92,'case0011','state','state','{"state":"in_progress","reason":"An answer was wrong"}','Ada Expert','2027-01-15T12:00:00+00:00','669f7320c50fa7185b2173f0e0ab885bc4faa264502e3af124b505bb5280c42c','e3b2d7cdecd3a7d6fbd8eb87094d7cbad81b4f8ba06981cdb73dcbaa43cb806d');
CREATE TABLE details (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "details" VALUES(1,'case0001','{"portfolio":"Energy and environment","interview_date":"2026-11-02","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2026-11-02"}}','Ada Expert','2027-01-15T12:00:00+00:00','','3a582a2a17bbbb6a3be448673fc68610d7061ab5234f60030462b5beee5c1191');
INSERT INTO "details" VALUES(2,'case0002','{"portfolio":"Energy and environment","interview_date":"2016-04-18","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2016-04-18"}}','Ada Expert','2027-01-15T12:00:00+00:00','','90baaea660c4178d2cf9934f9044d3993d939183f296216ee2fc91f10c20c948');
INSERT INTO "details" VALUES(3,'case0003','{"portfolio":"Energy and environment","interview_date":"2016-02-29","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2016-02-29"}}','Ada Expert','2027-01-15T12:00:00+00:00','','d65568267302a13eff47a522bf8a7d7be3a28c68aa618d69da889fab4f810054');
INSERT INTO "details" VALUES(4,'case0004','{"portfolio":"Energy and environment","interview_date":"2025-03-02","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2025-03-02"}}','Ada Expert','2027-01-15T12:00:00+00:00','','a512b7f44eeb01bb561eca9174e6d3cc6b660035e5ae023457f494c3e4b2ce72');
INSERT INTO "details" VALUES(5,'case0005','{"portfolio":"Energy and environment","interview_date":"2024-03-02","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2024-03-02"}}','Ada Expert','2027-01-15T12:00:00+00:00','','112f590b05f41e0e186294af1dadfdf014171ef451d0f855b9a438471eaddb1d');
INSERT INTO "details" VALUES(6,'case0006','{"portfolio":"Energy and environment","interview_date":"2026-11-02","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2026-11-02"}}','Ada Expert','2027-01-15T12:00:00+00:00','','810ee5f06ce193194057f049ee07e59baad38c20530249cb768c6d637eb21ef2');
INSERT INTO "details" VALUES(7,'case0007','{"portfolio":"Energy and environment","interview_date":"2018-03-01","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2018-03-01"}}','Ada Expert','2027-01-15T12:00:00+00:00','','050b118853f00def7ea482f38bf4b7658e4c20cb7042bee6c9533f4a631279cd');
INSERT INTO "details" VALUES(8,'case0008','{"portfolio":"Energy and environment","interview_date":"2026-11-02","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"shares, bought in 2019","by":"Bo","on":"2026-12-01"}}','Ada Expert','2027-01-15T12:00:00+00:00','','c32e005e5fad192abd16f533d4feb2b45f848ce797f5aeee570d7560c2aa50a8');
INSERT INTO "details" VALUES(9,'case0009','{"portfolio":"Energy and environment","interview_date":"2025-01-10","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2025-01-10"}}','Ada Expert','2027-01-15T12:00:00+00:00','','cd226c390ae7b14fc6ac1b57fcbd308950dddccc5d9084da2f41381b957cd68f');
INSERT INTO "details" VALUES(10,'case0010','{"portfolio":"Energy and environment","interview_date":"2026-11-10","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2026-11-10"}}','Ada Expert','2027-01-15T12:00:00+00:00','','76bc43a4959a5c486b14f2f6023241554e98251db80ee5bd12945066d78ba1ba');
INSERT INTO "details" VALUES(11,'case0011','{"portfolio":"Energy and environment","interview_date":"2026-12-02","mode":"video","expert":"Ada Expert","contact":null,"project_code":null,"pool_consent":false,"impartiality":{"statement":"none","by":"Ada Expert","on":"2026-12-02"}}','Ada Expert','2027-01-15T12:00:00+00:00','','6c5946973ffda0a4c88b37c6c3a6f8388dbcd7e323448c32aef8a1fc83fdec3f');
CREATE TABLE draft (
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, question)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE edition (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        number TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL,
        UNIQUE (case_id, number)
    ) STRICT
    ;
CREATE TABLE form (
        name TEXT PRIMARY KEY,
        body TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE organisation (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        country TEXT NOT NULL,
        region TEXT,
        website TEXT,
        UNIQUE (name_key, country)
    ) STRICT
    ;
INSERT INTO "organisation" VALUES(1,'First','first','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(2,'Day','day','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(3,'Leap','leap','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(4,'Renewed','renewed','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(5,'Early','early','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(6,'Late','late','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(7,'Old renewal','old renewal','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(8,'Interest','interest','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(9,'Never before','never before','NOR',NULL,NULL);
INSERT INTO "organisation" VALUES(10,'Waiting','waiting','NOR',NULL,NULL);
CREATE TABLE peer (
        id INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES peer_source (id),
        ref TEXT NOT NULL,
        portfolio TEXT,
        country TEXT,
        age_group TEXT,
        level TEXT,
        year INTEGER,
        layout TEXT NOT NULL REFERENCES peer_layout (digest),
        cells BLOB NOT NULL,
        UNIQUE (source, ref)
    ) STRICT
    ;
CREATE TABLE peer_column (
        id INTEGER PRIMARY KEY,
        synthetic INTEGER NOT NULL,
        layout TEXT NOT NULL,
        name TEXT NOT NULL,
        numbers BLOB NOT NULL,
        places BLOB NOT NULL,
        FOREIGN KEY (synthetic, layout) REFERENCES peer_pool (synthetic, layout)
    ) STRICT
    ;
CREATE TABLE peer_layout (
        digest TEXT PRIMARY KEY,
        body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE peer_pool (
        synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
        layout TEXT NOT NULL,
        byte_order TEXT NOT NULL,
        parts TEXT NOT NULL,
        PRIMARY KEY (synthetic, layout)
    ) STRICT
    ;
CREATE TABLE peer_setting (
        name TEXT PRIMARY KEY CHECK (name IN ('key', 'stamp')),
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE peer_snapshot (
        digest TEXT PRIMARY KEY,
        body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE peer_source (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('case', 'file')),
        name TEXT NOT NULL,
        version TEXT NOT NULL,
        synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
        at TEXT NOT NULL,
        UNIQUE (kind, name)
    ) STRICT
    ;
CREATE TABLE peers_shown (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL REFERENCES cases (id),
        pool TEXT NOT NULL REFERENCES peer_snapshot (digest),
        head TEXT NOT NULL,
        day TEXT NOT NULL,
        at TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE place (
        case_id TEXT PRIMARY KEY REFERENCES cases (id),
        question TEXT NOT NULL,
        at TEXT NOT NULL,
        is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE presence (
        window TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        who TEXT NOT NULL,
        machine TEXT NOT NULL,
        at TEXT NOT NULL,
        typing_at TEXT
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE proposal (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        at TEXT NOT NULL,
        decision TEXT CHECK (decision IN ('taken', 'declined')),
        decided_at TEXT,
        decided_by TEXT
    ) STRICT
    ;
INSERT INTO "proposal" VALUES(1,'case0011','staff_fte','{"question":"staff_fte","value":1.0,"source":"another copy of this case, Bo Expert, 2 November 2026"}','2027-01-15T12:00:00+00:00',NULL,NULL,NULL);
INSERT INTO "proposal" VALUES(2,'case0011','staff_fte','{"question":"staff_fte","value":2.0,"source":"another copy of this case"}','2027-01-15T12:00:00+00:00',NULL,NULL,NULL);
INSERT INTO "proposal" VALUES(3,'case0011','staff_fte','{"question":"staff_fte","value":3.0,"source":"another copy of this case, Bo Expert"}','2027-01-15T12:00:00+00:00',NULL,NULL,NULL);
INSERT INTO "proposal" VALUES(4,'case0011','staff_fte','{"question":"staff_fte","value":4.0,"source":"another copy of this case, 2 November 2026"}','2027-01-15T12:00:00+00:00',NULL,NULL,NULL);
INSERT INTO "proposal" VALUES(5,'case0011','staff_fte','{"question":"staff_fte","value":5.0,"source":"the case of Waiting, 2 November 2025"}','2027-01-15T12:00:00+00:00',NULL,NULL,NULL);
INSERT INTO "proposal" VALUES(6,'case0011','staff_fte','{"question":"staff_fte","value":6.0,"source":"the last round, 2 November 2025"}','2027-01-15T12:00:00+00:00',NULL,NULL,NULL);
INSERT INTO "proposal" VALUES(7,'case0011','staff_fte','{"question":"staff_fte","value":7.0,"source":"form-waiting.xlsx"}','2027-01-15T12:00:00+00:00',NULL,NULL,NULL);
CREATE TABLE register (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id TEXT NOT NULL,
        body TEXT NOT NULL,
        by TEXT,
        at TEXT NOT NULL,
        hash_before TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "register" VALUES(1,'case0001','{"kind":"proposed","case":"case0001","level":"Bronze","name":"First","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2026-11-02","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','c43bc26f9d6965d8d857e262c45e5aed062b9cc162454b9c267d4dbcbbd23700');
INSERT INTO "register" VALUES(2,'case0001','{"kind":"awarded","case":"case0001","level":"Bronze","name":"First","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2026-11-02","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":"odd''s","policy":"bronze-2019","valid_from":"2026-11-02","valid_until":"2028-11-30","computed_until":"2028-11-30","rule":"first label: interview 2026-11, plus 24 months, end of month = 2028-11-30","warnings":["serial \"odd''s\" does not have the usual form (such as DNK063201604C160869)"],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','c43bc26f9d6965d8d857e262c45e5aed062b9cc162454b9c267d4dbcbbd23700','35a31521dff494a186be51e6ab7a3eddcdbd02d1d2cf127489d94346fff1df1c');
INSERT INTO "register" VALUES(3,'case0002','{"kind":"proposed","case":"case0002","level":"Bronze","name":"Day","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2016-04-18","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','b2f446f98253fe01be69f162aea996007e12a0ed3159d7ea4d95b15c6383ac6d');
INSERT INTO "register" VALUES(4,'case0002','{"kind":"awarded","case":"case0002","level":"Bronze","name":"Day","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2016-04-18","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":"DNK063201604C160869","policy":"bronze-2010","valid_from":"2016-04-18","valid_until":"2018-04-18","computed_until":"2018-04-18","rule":"first label: interview 2016-04-18, plus 24 months, same day = 2018-04-18","warnings":["serial DNK063201604C160869: its country DNK is not that of the case (NOR)"],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','b2f446f98253fe01be69f162aea996007e12a0ed3159d7ea4d95b15c6383ac6d','10aa0b4b7728a9eda1ddef2194d6f1d0875a5bbc1f3f9df714f249c04d099734');
INSERT INTO "register" VALUES(5,'case0003','{"kind":"proposed","case":"case0003","level":"Bronze","name":"Leap","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2016-02-29","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','d5c79a8bc0c40a461c4e77bfe987868dc892ae2c52f7d78f2187ccc8948ee0ac');
INSERT INTO "register" VALUES(6,'case0003','{"kind":"awarded","case":"case0003","level":"Bronze","name":"Leap","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2016-02-29","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":null,"policy":"bronze-2010","valid_from":"2016-02-29","valid_until":"2018-02-28","computed_until":"2018-02-28","rule":"first label: interview 2016-02-29, plus 24 months, last day of a shorter month = 2018-02-28","warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','d5c79a8bc0c40a461c4e77bfe987868dc892ae2c52f7d78f2187ccc8948ee0ac','d56f32d8f2272852e312945231c7dcd93abf15176ecd2723ffe9a40cae865d00');
INSERT INTO "register" VALUES(7,'case0004','{"kind":"proposed","case":"case0004","level":"Bronze","name":"Renewed","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2025-03-02","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','947ced5909594283564d2e8adbcc7a8b345f824f8296d171cc3c4f14dbf796ad');
INSERT INTO "register" VALUES(8,'case0004','{"kind":"awarded","case":"case0004","level":"Bronze","name":"Renewed","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2025-03-02","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":null,"policy":"bronze-2019","valid_from":"2025-06-01","valid_until":"2028-05-31","computed_until":"2028-05-31","rule":"renewal: previous label until 2025-05-31, plus 36 months, end of month = 2028-05-31","warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','947ced5909594283564d2e8adbcc7a8b345f824f8296d171cc3c4f14dbf796ad','fe2a8039ea9b7f2f27ec5f531b75cb350b1019d6d2e024375b01912d4bc0d4c9');
INSERT INTO "register" VALUES(9,'case0005','{"kind":"proposed","case":"case0005","level":"Bronze","name":"Early","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2024-03-02","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','52d2f5395b30824324592eb62734926a233f84377f1cbd918f4c223d1efff472');
INSERT INTO "register" VALUES(10,'case0005','{"kind":"awarded","case":"case0005","level":"Bronze","name":"Early","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2024-03-02","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":null,"policy":"bronze-2019","valid_from":"2025-06-01","valid_until":"2028-06-30","computed_until":"2028-05-31","rule":"renewal: previous label until 2025-05-31, plus 36 months, end of month = 2028-05-31","warnings":["the interview is more than 12 months before the end of the previous label (2025-05-31)","issued until 2028-06-30, computed 2028-05-31: the issued date counts"],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','52d2f5395b30824324592eb62734926a233f84377f1cbd918f4c223d1efff472','f25fd921336980176bed8b03c134a0fd9b092fb6adcab1d39dd4ce6ddd79a469');
INSERT INTO "register" VALUES(11,'case0006','{"kind":"proposed","case":"case0006","level":"Bronze","name":"Late","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2026-11-02","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','d6fc5d555a652853e92d28596652142a3dc0cbc3859df39bacbba343dee924d3');
INSERT INTO "register" VALUES(12,'case0006','{"kind":"awarded","case":"case0006","level":"Bronze","name":"Late","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2026-11-02","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":null,"policy":"bronze-2019","valid_from":"2026-11-02","valid_until":"2028-11-30","computed_until":"2028-11-30","rule":"first label: interview 2026-11, plus 24 months, end of month; not a renewal, because the window closed on 2026-05-31 = 2028-11-30","warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','d6fc5d555a652853e92d28596652142a3dc0cbc3859df39bacbba343dee924d3','3559ad6d9ffa0e4aeffd73709b1a8ac18d73b508a66e29e9b6356e7abe63e026');
INSERT INTO "register" VALUES(13,'case0007','{"kind":"proposed","case":"case0007","level":"Bronze","name":"Old renewal","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2018-03-01","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','4de9b6ab430548097774ae74d4c9fdbf18847f1dd35f61bb088b8c2924774642');
INSERT INTO "register" VALUES(14,'case0007','{"kind":"awarded","case":"case0007","level":"Bronze","name":"Old renewal","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2018-03-01","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":null,"policy":"bronze-2010","valid_from":"2018-04-19","valid_until":"2020-03-01","computed_until":"2020-03-01","rule":"renewal: interview 2018-03-01, plus 24 months, same day = 2020-03-01","warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','4de9b6ab430548097774ae74d4c9fdbf18847f1dd35f61bb088b8c2924774642','7518e8f30f6aa1b683a268ccdc20c9cd5fb2b7ca809ffdfcc6b925b5efe9eba1');
INSERT INTO "register" VALUES(15,'case0008','{"kind":"proposed","case":"case0008","level":"Bronze","name":"Interest","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2026-11-02","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":["the expert states an interest: shares, bought in 2019","impartiality was declared on 2026-12-01, after the interview (2026-11-02)","impartiality was declared by Bo, not by Ada Expert"],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','b58028244366cd66ee1ff92c78f54eaad173bcec509ab6a9392dfae0000f77db');
INSERT INTO "register" VALUES(16,'case0008','{"kind":"awarded","case":"case0008","level":"Bronze","name":"Interest","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2026-11-02","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":null,"policy":"bronze-2019","valid_from":"2026-11-02","valid_until":"2028-11-30","computed_until":"2028-11-30","rule":"first label: interview 2026-11, plus 24 months, end of month = 2028-11-30","warnings":["the expert states an interest: shares, bought in 2019","impartiality was declared on 2026-12-01, after the interview (2026-11-02)","impartiality was declared by Bo, not by Ada Expert"],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','b58028244366cd66ee1ff92c78f54eaad173bcec509ab6a9392dfae0000f77db','c4726516d617883fcc1d537eee8ebab169955c6cdce150a7545cb7feb73d7421');
INSERT INTO "register" VALUES(17,'case0009','{"kind":"proposed","case":"case0009","level":"Silver","name":"First","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2025-01-10","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','475ed01886458af100962a0c9b8931362bfb64f65a1ab81622a5413d467b853f');
INSERT INTO "register" VALUES(18,'case0009','{"kind":"awarded","case":"case0009","level":"Silver","name":"First","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2025-01-10","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":null,"policy":"silver-2019","valid_from":"2025-01-10","valid_until":"2027-01-31","computed_until":"2027-01-31","rule":"first label: interview 2025-01, plus 24 months, end of month = 2027-01-31","warnings":["no Bronze label of an earlier interview is known; usual are 18 to 24 months after it"],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','475ed01886458af100962a0c9b8931362bfb64f65a1ab81622a5413d467b853f','09ef34bc08208918b6e7f82e7a7f148991d30571a665e6e0748048480fd70cf7');
INSERT INTO "register" VALUES(19,'case0010','{"kind":"proposed","case":"case0010","level":"Silver","name":"Never before","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2026-11-10","on":"2027-01-15","by":"Ada Expert","second":null,"reason":null,"serial":null,"policy":null,"valid_from":null,"valid_until":null,"computed_until":null,"rule":null,"warnings":[],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Ada Expert','2027-01-15T12:00:00+00:00','','546c0bdee6c039f8ff4fb5de2a706adc74cc48fad19efc87084691a6c96ed5b1');
INSERT INTO "register" VALUES(20,'case0010','{"kind":"awarded","case":"case0010","level":"Silver","name":"Never before","country":"NOR","portfolio":"Energy and environment","website":null,"interview_date":"2026-11-10","on":"2027-01-10","by":"Board","second":null,"reason":null,"serial":null,"policy":"silver-2019","valid_from":"2026-11-10","valid_until":"2028-11-30","computed_until":"2028-11-30","rule":"first label: interview 2026-11, plus 24 months, end of month = 2028-11-30","warnings":["no Bronze label of an earlier interview is known; usual are 18 to 24 months after it"],"synthetic":false,"source":"case","recorded_at":"2027-01-15T12:00:00Z"}','Board','2027-01-15T12:00:00+00:00','546c0bdee6c039f8ff4fb5de2a706adc74cc48fad19efc87084691a6c96ed5b1','167551cf0b98a89f9635834df4f2774649f1c411d67e0fee439f4c81a547d38c');
INSERT INTO "register" VALUES(21,'listed-2af8e0894de9','{"kind":"listed","label":"listed-2af8e0894de9","level":"Bronze","name":"Fjord Tech","country":"NOR","portfolio":"Biotechnology","website":"http://x.no","valid_from":"2024-03-31","valid_until":"2026-03-31","rule":"valid until 2026-03-31 as listed; bronze-2019: 24 months before = 2024-03-31 at the latest","serial":"DNK063201604C160869","on":"2026-11-24","is_decision":false,"by":"Ada Expert","source":"list.csv, line 2","text":"Fjord Tech | NOR | Biotechnology | http://x.no | Bronze | 2026-03-31 | DNK063201604C160869","warnings":["serial DNK063201604C160869: its country DNK is not that of the label (NOR)"],"synthetic":false}','Ada Expert','2027-01-15T12:00:00+00:00','','a42d1f1cc6195bf2112db18dd0ba7e7a59fac145b3c36192152b3295748b99d3');
INSERT INTO "register" VALUES(22,'listed-c1b05973ce61','{"kind":"listed","label":"listed-c1b05973ce61","level":"Silver","name":"Alpe","country":"AUT","portfolio":"Biotechnology","valid_from":"2025-03-31","valid_until":"2027-03-31","rule":"valid until 2027-03-31 as listed; silver-2019: 24 months before = 2025-03-31 at the latest","serial":"strange","on":"2026-11-24","is_decision":false,"by":"Ada Expert","source":"list.csv, line 3","text":"Alpe | AUT | Biotechnology | no site | Silver | 03/2027 | strange","warnings":["''nosite'' is not the address of a web site and was left out","03/2027 names a month; its last day was taken","serial ''strange'' does not have the usual form (such as DNK063201604C160869)"],"synthetic":false}','Ada Expert','2027-01-15T12:00:00+00:00','','46f565ab4a957984918e175a683740f5709e8a90648c2e3ad600f4d87823eef7');
INSERT INTO "register" VALUES(23,'listed-ae8b1fc04087','{"kind":"listed","label":"listed-ae8b1fc04087","level":"Gold","name":"Ohne","country":"DEU","portfolio":"Biotechnology","valid_from":"2026-11-24","valid_until":"2030-01-31","rule":"valid until 2030-01-31 as listed; valid on the day of the list (2026-11-24) at the latest","on":"2026-11-24","is_decision":false,"by":"Ada Expert","source":"list.csv, line 4","text":"Ohne | DEU | Biotechnology | Gold | 2030-01-31","warnings":[],"synthetic":false}','Ada Expert','2027-01-15T12:00:00+00:00','','449cde9cb4f85eb5607f9b23e46270f9188116b7cf9c55a251ecf5266dc931a2');
INSERT INTO "register" VALUES(24,'listed-def87b0901b0','{"kind":"listed","label":"listed-def87b0901b0","level":"Gold","name":"Elsewhere","country":"NOR","portfolio":"Biotechnology","valid_from":"2026-03-01","valid_until":"2029-03-31","rule":"valid from 2026-03-01 until 2029-03-31 as listed","on":"2026-03-01","is_decision":true,"by":"Board","source":"recorded by hand, decision of 2026-03-01","text":"Elsewhere","warnings":[],"synthetic":false}','Board','2027-01-15T12:00:00+00:00','','5fb66fbf9622567eb023031771cba31dbae11481b8712b4662854b59a4144ac0');
INSERT INTO "register" VALUES(25,'listed-f27414dc1edf','{"kind":"listed","label":"listed-f27414dc1edf","level":"Gold","name":"Turned","country":"NOR","portfolio":"Biotechnology","valid_from":"2026-03-31","valid_until":"2026-03-31","rule":"valid from 2027-03-31 until 2026-03-31 as listed","on":"2026-11-24","is_decision":false,"by":"Ada Expert","source":"l2.csv, line 2","text":"Turned | NOR | Biotechnology | Gold | 2027-03-31 | 2026-03-31","warnings":["listed as valid from 2027-03-31, after its end 2026-03-31"],"synthetic":false}','Ada Expert','2027-01-15T12:00:00+00:00','','dd7797cb9543c18ac29fa7ff866532c11a5754fd74e23db040d12ff15874fb2b');
INSERT INTO "register" VALUES(26,'listed-d6e898d819b8','{"kind":"listed","label":"listed-d6e898d819b8","level":"Bronze","name":"Short","country":"NOR","portfolio":"Biotechnology","valid_from":"2016-12-01","valid_until":"2018-12-18","rule":"valid until 2018-12-18 as listed; valid on the day of the list (2016-12-01) at the latest","on":"2016-12-01","is_decision":false,"by":"Ada Expert","source":"l3.csv, line 2","text":"Short | NOR | Biotechnology | Bronze | 2018-12-18","warnings":[],"synthetic":false}','Ada Expert','2027-01-15T12:00:00+00:00','','8a338a3564f6c63b2d66c8f745153e730a3d05f19ab1e1a95147219a4f3da7ea');
CREATE TABLE spell (
        id INTEGER PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        question TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE stored_file (
        sha256 TEXT PRIMARY KEY,
        content BLOB NOT NULL
    ) STRICT
    ;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX details_of_case ON details (case_id, seq);
CREATE INDEX answer_of_case ON answer (case_id, seq);
CREATE INDEX answer_of_question ON answer (case_id, question, seq);
CREATE VIEW newest_answer AS
    SELECT * FROM answer AS one
    WHERE seq = (
        SELECT max(seq) FROM answer
        WHERE case_id = one.case_id AND question = one.question
    );
CREATE INDEX decision_of_case ON decision (case_id, kind, subject, seq);
CREATE INDEX register_of_case ON register (case_id, seq);
CREATE TRIGGER details_is_never_changed BEFORE UPDATE ON details BEGIN SELECT RAISE(ABORT, 'details is only ever added to'); END;
CREATE TRIGGER details_is_never_removed BEFORE DELETE ON details BEGIN SELECT RAISE(ABORT, 'details is only ever added to'); END;
CREATE TRIGGER answer_is_never_changed BEFORE UPDATE ON answer BEGIN SELECT RAISE(ABORT, 'answer is only ever added to'); END;
CREATE TRIGGER answer_is_never_removed BEFORE DELETE ON answer BEGIN SELECT RAISE(ABORT, 'answer is only ever added to'); END;
CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decision is only ever added to'); END;
CREATE TRIGGER decision_is_never_removed BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decision is only ever added to'); END;
CREATE TRIGGER register_is_never_changed BEFORE UPDATE ON register BEGIN SELECT RAISE(ABORT, 'register is only ever added to'); END;
CREATE TRIGGER register_is_never_removed BEFORE DELETE ON register BEGIN SELECT RAISE(ABORT, 'register is only ever added to'); END;
CREATE INDEX spell_of_case ON spell (case_id, id);
CREATE INDEX proposal_of_case ON proposal (case_id, question, id);
CREATE INDEX peers_shown_of_case ON peers_shown (case_id, id);
CREATE TRIGGER peers_shown_is_never_changed BEFORE UPDATE ON peers_shown BEGIN SELECT RAISE(ABORT, 'peers_shown is only ever added to'); END;
CREATE TRIGGER peers_shown_is_never_removed BEFORE DELETE ON peers_shown BEGIN SELECT RAISE(ABORT, 'peers_shown is only ever added to'); END;
CREATE INDEX edition_of_case ON edition (case_id, seq);
CREATE TRIGGER edition_is_never_changed BEFORE UPDATE ON edition BEGIN SELECT RAISE(ABORT, 'edition is only ever added to'); END;
CREATE TRIGGER edition_is_never_removed BEFORE DELETE ON edition BEGIN SELECT RAISE(ABORT, 'edition is only ever added to'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('details',11);
INSERT INTO "sqlite_sequence" VALUES('decision',92);
INSERT INTO "sqlite_sequence" VALUES('register',26);
COMMIT;
