usage-unknown-command = ไม่มีคำสั่ง “{ $command }”
usage-unknown-command-hint = { $suggestion ->
    [none] ดูสิ่งที่ใช้ได้ด้วย “quoc --help”
   *[other] คุณหมายถึง “{ $suggestion }” หรือไม่ ดูสิ่งที่ใช้ได้ด้วย “quoc --help”
}
usage-two-commands = “{ $first }” และ “{ $second }” เป็นสองคำสั่ง
usage-two-commands-hint = ใช้ครั้งละหนึ่งคำสั่ง แล้วเรียกทีละครั้ง
usage-unknown-option = ไม่มีตัวเลือก “{ $option }”
usage-unknown-option-hint = { $suggestion ->
    [none] ดูสิ่งที่ใช้ได้ด้วย “quoc --help”
   *[other] คุณหมายถึง “{ $suggestion }” หรือไม่ ดูสิ่งที่ใช้ได้ด้วย “quoc --help”
}
usage-missing-value = ตัวเลือก “{ $option }” ต้องมีค่า
usage-missing-value-hint = เขียนค่าต่อท้าย: “{ $option } VALUE” ดู “quoc --help”
usage-surplus-value = ตัวเลือก “{ $option }” ไม่รับค่า
usage-surplus-value-hint = เขียนเพียง “{ $option }” ดู “quoc --help”
usage-bad-value = “{ $value }” ใช้กับ “{ $option }” ไม่ได้
usage-bad-value-hint = ดูค่าที่ “{ $option }” ต้องการได้ด้วย “quoc --help”
usage-twice = ระบุตัวเลือก “{ $option }” สองครั้ง
usage-twice-hint = ระบุเพียงครั้งเดียว
usage-conflict = ใช้ “{ $option }” และ “{ $other }” ร่วมกันไม่ได้
usage-conflict-hint = ตัดออกหนึ่งตัวเลือก
usage-bad-profile = ใช้โปรไฟล์แอปพลิเคชัน { $path } ไม่ได้
usage-bad-profile-hint = โฟลเดอร์ต้องมี profile.toml และ root.json ที่อ่านได้ โปรดขอสำเนาใหม่จากผู้ที่ให้มา
usage-bad-certificates = { $path } ไม่มีใบรับรองที่ใช้ได้
usage-bad-certificates-hint = ระบุไฟล์ที่มีใบรับรองในรูปแบบ PEM ด้วย --ca
usage-no-certificates = อ่านไฟล์ผู้ออกใบรับรอง { $path } ไม่ได้
usage-no-certificates-hint = ตรวจสอบชื่อที่อยู่หลัง --ca: ต้องเป็นไฟล์ที่คุณอ่านได้ และมีใบรับรองในรูปแบบ PEM
usage-bad-proxy = ใช้ { $host } เป็นพร็อกซีไม่ได้
usage-bad-proxy-hint = ตรวจสอบค่าของ --proxy
usage-no-home = บัญชีนี้ไม่มีโฟลเดอร์บ้าน
usage-no-home-hint = ตั้งค่า HOME หรือเรียกใช้ด้วยบัญชีที่มีโฟลเดอร์บ้าน
usage-no-such-data = { $path } ไม่ใช่โฟลเดอร์ข้อมูลของแอปพลิเคชันนี้
usage-no-such-data-hint = { $folders ->
    [none] แอปพลิเคชันนี้ไม่ได้ระบุโฟลเดอร์ข้อมูล หรือไม่มีโฟลเดอร์นั้น
   *[other] ระบุหนึ่งในรายการนี้ตามที่เขียนไว้ทุกประการ: { $folders }
}
usage-no-consent = การลบแอปพลิเคชันต้องมีการยืนยัน แต่ที่นี่ไม่มีใครให้ถาม
usage-no-consent-hint = หากต้องการลบแอปพลิเคชัน ให้เรียกใช้อีกครั้งด้วย --yes
usage-no-face = เปิดหน้าต่างไม่ได้ และที่นี่ไม่มีเทอร์มินัลให้ถาม
usage-no-face-hint = เริ่มในเทอร์มินัล: { $command }

repository-unreachable = ติดต่อ { $place } ไม่ได้ หรือตอบกลับไม่ถูกต้อง (ขณะขอ { $file })
repository-unreachable-hint = ตรวจสอบการเชื่อมต่ออินเทอร์เน็ตและการตั้งค่าพร็อกซี แล้วลองอีกครั้ง ไม่มีสิ่งใดเปลี่ยนแปลง
repository-not-there = ไม่มีรีลีสที่ { $place }: ไม่พบ { $file }
repository-not-there-hint = ตรวจสอบที่อยู่ หากถูกต้องแล้ว โปรดแจ้งผู้เผยแพร่แอปพลิเคชัน
repository-too-long = { $place } ส่งข้อมูลมาเกิน { BYTES($limit) } ซึ่งเป็นขนาดสูงสุดของ { $file }
repository-too-long-hint = เซิร์ฟเวอร์เองหรือบางสิ่งระหว่างทางเชื่อถือไม่ได้ ลองใช้เครือข่ายอื่น และหากเกิดขึ้นอีก โปรดแจ้งผู้เผยแพร่
repository-offline = รีลีสอยู่ที่ { $place } แต่ --offline ห้ามไม่ให้ค้นหาที่นั่น
repository-offline-hint = เรียกใช้โดยไม่มี --offline หรือระบุโฟลเดอร์ของรีลีสด้วย --repository

trust-expired = ลายเซ็นของผู้เผยแพร่สำหรับ “{ $role }” หมดอายุเมื่อ { $expires } นาฬิกาของเครื่องนี้บอกว่า { $now }
trust-expired-hint = ตรวจสอบวันที่และเวลาของเครื่องนี้ หากถูกต้องแล้ว ผู้เผยแพร่ต้องต่ออายุลายเซ็น: โปรดแจ้ง แล้วลองอีกครั้งภายหลัง
trust-clock-behind = ลายเซ็นของผู้เผยแพร่สำหรับ “{ $role }” หมดอายุเมื่อ { $expires } นาฬิกาของเครื่องนี้บอกว่า { $now } แต่ขณะที่โปรแกรมนี้ถูกสร้างหรือทำงานครั้งล่าสุดคือ { $known }
trust-clock-behind-hint = ตรวจสอบวันที่และเวลาของเครื่องนี้ หากนาฬิกาเคยผิดแต่ตอนนี้ถูกแล้ว ให้ถอนการติดตั้งแล้วติดตั้งใหม่
trust-threshold = “{ $role }” มีลายเซ็นจาก { COUNT($have) } กุญแจ จากที่ต้องใช้ { COUNT($need) } กุญแจ
trust-threshold-hint = อย่าติดตั้งจากแหล่งนี้ รีลีสถูกเปลี่ยนแปลง หรือผู้เผยแพร่ลงลายเซ็นไม่ครบ โปรดแจ้งผู้เผยแพร่
trust-rollback = เซิร์ฟเวอร์เสนอ “{ $role }” เวอร์ชัน { $offered } ซึ่งเก่ากว่าเวอร์ชัน { $trusted } ที่เคยเห็น
trust-rollback-hint = เซิร์ฟเวอร์หรือบางสิ่งระหว่างทางแสดงสถานะเก่า ลองใช้เครือข่ายหรือมิเรอร์อื่น หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
trust-malformed = { $file } ไม่เหมือนไฟล์ของผู้เผยแพร่ที่ควรเป็น
trust-malformed-hint = หน้าลงชื่อเข้าใช้ของเครือข่ายอาจตอบกลับแทนเซิร์ฟเวอร์: เปิดหน้าเว็บใดก็ได้ ลงชื่อเข้าใช้ แล้วลองอีกครั้ง หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
trust-web-page = ได้รับหน้าเว็บแทนไฟล์ { $file } ของผู้เผยแพร่
trust-web-page-hint = เครือข่ายนี้น่าจะต้องการให้คุณลงชื่อเข้าใช้: เปิดหน้าเว็บใดก็ได้ ลงชื่อเข้าใช้ แล้วลองอีกครั้ง
trust-inconsistent = ไฟล์ของผู้เผยแพร่ไม่สอดคล้องกัน ที่ { $file }
trust-inconsistent-hint = ขณะนี้อาจกำลังมีรีลีสใหม่ส่งขึ้นเซิร์ฟเวอร์: ลองอีกครั้งในไม่กี่นาที หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
trust-many-roots = กุญแจของผู้เผยแพร่เปลี่ยนไปเกิน { COUNT($limit) } ครั้ง นับตั้งแต่เครื่องนี้ตรวจดูครั้งล่าสุด
trust-many-roots-hint = เริ่มอีกครั้ง: จะทำต่อจากตรงนี้
trust-other-application = นี่คือรีลีสของ { $found } ไม่ใช่ของ { $expected }
trust-other-application-hint = ตรวจสอบที่อยู่ของแหล่งเก็บ หากถูกต้องแล้ว โปรดแจ้งผู้เผยแพร่
trust-unsupported = { $file } ใช้สิ่งที่โปรแกรมนี้ไม่รองรับ: { $feature }
trust-unsupported-hint = รับตัวติดตั้งล่าสุดจากผู้เผยแพร่
trust-mismatch = { $file } ไม่ใช่ไฟล์ที่ผู้เผยแพร่ลงลายเซ็น
trust-mismatch-hint = ไฟล์ถูกเปลี่ยนแปลงหรือเสียหาย จึงไม่ได้ใช้ ลองอีกครั้งหรือลองเครือข่ายอื่น หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
trust-too-long = { $file } ยาวเกิน { BYTES($limit) } ที่อนุญาต
trust-too-long-hint = ไม่ได้ใช้ไฟล์นี้ โปรดแจ้งผู้เผยแพร่
trust-floor = เซิร์ฟเวอร์เสนอ { $offered } แต่ตัวติดตั้งนี้ไม่รับสิ่งที่ต่ำกว่า { $floor }
trust-floor-hint = เซิร์ฟเวอร์หรือบางสิ่งระหว่างทางแสดงสถานะเก่า ลองใช้เครือข่ายหรือมิเรอร์อื่น หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
trust-newer-format = { $file } อยู่ในรูปแบบ { $format } แต่โปรแกรมนี้อ่านได้ถึง { $supported }
trust-newer-format-hint = รับตัวติดตั้งล่าสุดจากผู้เผยแพร่

plan-older = ติดตั้งเวอร์ชัน { $installed } อยู่ จะไม่ติดตั้งเวอร์ชันเก่ากว่า { $offered } ทับ
plan-older-hint = หากต้องการเวอร์ชันเก่ากว่า ให้ลบเวอร์ชันที่ติดตั้งอยู่ก่อน ข้อมูลของคุณจะยังอยู่
plan-replaced = เวอร์ชัน { $version } ถูกเผยแพร่ใหม่ และเซิร์ฟเวอร์เสนอฉบับที่เก่ากว่าในสองฉบับ
plan-replaced-hint = เซิร์ฟเวอร์หรือบางสิ่งระหว่างทางแสดงสถานะเก่า ลองใช้เครือข่ายหรือมิเรอร์อื่น หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
plan-below-floor = เวอร์ชัน { $offered } มีปัญหาด้านความปลอดภัยที่ทราบแล้ว ผู้เผยแพร่ไม่รับสิ่งที่ต่ำกว่า { $floor } อีก
plan-below-floor-hint = ใช้เวอร์ชันใหม่กว่า หากไม่มี โปรดแจ้งผู้เผยแพร่
plan-not-installed = แอปพลิเคชันไม่ได้ติดตั้งอยู่ที่นี่
plan-not-installed-hint = ติดตั้งก่อน หรือระบุโฟลเดอร์ของแอปพลิเคชันด้วย --prefix
plan-no-previous = ไม่มีเวอร์ชันก่อนหน้าให้กลับไป
plan-no-previous-hint = หลังการอัปเดตแต่ละครั้งจะเก็บเวอร์ชันก่อนหน้าไว้หนึ่งเวอร์ชันเท่านั้น สิ่งที่ติดตั้งอยู่ยังคงเหมือนเดิม
plan-other-application = ในโฟลเดอร์นี้มี { $installed } อยู่ จึงติดตั้ง { $offered } ที่นั่นไม่ได้
plan-other-application-hint = เลือกโฟลเดอร์อื่นด้วย --prefix
plan-no-python = ไม่พบ Python ที่เหมาะสม ต้องการ: { $needed }
plan-no-python-hint = ติดตั้ง Python ดังกล่าวจาก python.org หรือด้วยตัวจัดการแพ็กเกจของระบบ หรือระบุด้วย --python
plan-other-python = มีการขอ { $asked } แต่ใช้ไม่ได้ ต้องการ: { $needed }
plan-other-python-hint = ระบุ Python อื่นด้วย --python หรือตัดตัวเลือกนี้ออก แล้วโปรแกรมจะหาตัวที่เหมาะสมให้ รายละเอียดบอกสิ่งที่พบ
plan-no-wheel = ไม่มีแพ็กเกจสำเร็จรูปสำหรับเครื่องนี้ ({ $platform }, Python { $python }): { $packages }
plan-no-wheel-hint = ลองใช้ Python อื่นด้วย --python มิฉะนั้นขอให้ผู้เผยแพร่รองรับเครื่องนี้
plan-no-compiler = ต้องสร้างแพ็กเกจเหล่านี้บนเครื่องนี้ แต่ไม่พบคอมไพเลอร์ C ที่ใช้งานได้พร้อมไฟล์ส่วนหัวของ Python: { $packages }
plan-no-compiler-hint = ติดตั้งคอมไพเลอร์ C และไฟล์สำหรับพัฒนาของ Python (บน Debian: build-essential และ python3-dev) หรือลองใช้ Python อื่นด้วย --python
plan-bad-lock = รีลีสมีข้อมูลขัดแย้งกันเองเกี่ยวกับแพ็กเกจ { $package }
plan-bad-lock-hint = นี่คือความผิดพลาดของผู้เผยแพร่: โปรดแจ้ง ไม่มีสิ่งใดเปลี่ยนแปลง

fetch-unreachable = ดาวน์โหลด { $artifact } ไม่ได้: ติดต่อ { $host } ไม่ได้
fetch-unreachable-hint = ตรวจสอบการเชื่อมต่ออินเทอร์เน็ตและการตั้งค่าพร็อกซี แล้วเริ่มอีกครั้ง: สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้
fetch-server = ดาวน์โหลด { $artifact } ไม่ได้: { $host } ตอบกลับด้วยข้อผิดพลาด { $status }
fetch-server-hint = ลองอีกครั้งภายหลัง: สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้
fetch-not-found = { $artifact } ไม่อยู่ในที่ใดเลยที่ควรอยู่
fetch-not-found-hint = หากคุณระบุดัชนี มิเรอร์ หรือโฟลเดอร์ ให้ตรวจสอบว่ามีไฟล์อยู่ที่นั่น มิฉะนั้นโปรดแจ้งผู้เผยแพร่
fetch-cut = การเชื่อมต่อขาดขณะรับ { $artifact }: ได้รับแล้ว { BYTES($have) } จาก { BYTES($size) }
fetch-cut-hint = เริ่มอีกครั้ง: การดาวน์โหลดจะทำต่อจากจุดที่หยุด
fetch-short = { $artifact } จบเร็วเกินไป: { BYTES($have) } แทนที่จะเป็น { BYTES($size) }
fetch-short-hint = เซิร์ฟเวอร์หรือพร็อกซีส่งไฟล์ไม่ครบ เริ่มอีกครั้ง หรือใช้เครือข่ายหรือมิเรอร์อื่น
fetch-too-long = { $artifact } ยาวเกิน { BYTES($size) } ที่ผู้เผยแพร่ลงลายเซ็น
fetch-too-long-hint = ไม่ได้ใช้ไฟล์นี้ ลองใช้เครือข่ายหรือมิเรอร์อื่น หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
fetch-wrong-hash = { $artifact } จาก { $host } ไม่ใช่ไฟล์ที่ผู้เผยแพร่ลงลายเซ็น
fetch-wrong-hash-hint = ไฟล์ถูกเปลี่ยนแปลงหรือเสียหายระหว่างทาง จึงไม่ได้ใช้ ลองใช้เครือข่ายหรือมิเรอร์อื่น หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
fetch-login-page = { $host } ตอบกลับด้วยหน้าเว็บแทนไฟล์
fetch-login-page-hint = เครือข่ายนี้น่าจะต้องการให้คุณลงชื่อเข้าใช้: เปิดหน้าเว็บใดก็ได้ ลงชื่อเข้าใช้ แล้วเริ่มอีกครั้ง
fetch-slow = { $host } ส่ง { $artifact } ช้าเกินไป
fetch-slow-hint = เริ่มอีกครั้งภายหลังหรือบนเครือข่ายอื่น: การดาวน์โหลดจะทำต่อจากจุดที่หยุด
fetch-redirect = { $host } ส่งต่อการดาวน์โหลด { $artifact } วนไปมาหรือไปยังที่ที่ไม่ปลอดภัย
fetch-redirect-hint = ลองใช้เครือข่ายหรือมิเรอร์อื่น หากยังเป็นอยู่ โปรดแจ้งผู้เผยแพร่
fetch-confused = { $host } ตอบกลับอย่างไม่มีความหมายสำหรับ { $artifact }
fetch-confused-hint = ลองอีกครั้งภายหลัง หรือลองมิเรอร์หรือดัชนีอื่น
fetch-tls = { $issuer ->
    [unknown] การเชื่อมต่อกับ { $host } ไม่ปลอดภัย: เครื่องนี้ไม่เชื่อถือใบรับรองของโฮสต์นั้น
   *[other] การเชื่อมต่อกับ { $host } ไม่ปลอดภัย: ใบรับรองออกโดย { $issuer } ซึ่งเครื่องนี้ไม่เชื่อถือ
}
fetch-tls-hint = ในบริษัท เครือข่ายอาจตรวจสอบการเชื่อมต่อ: ขอใบรับรองของผู้ออกใบรับรองนั้นและระบุไฟล์ด้วย --ca ที่อื่นให้ใช้เครือข่ายอื่น
fetch-proxy = { $proxy ->
    [unknown] พร็อกซีระหว่างทางไปยัง { $host } ต้องการชื่อและรหัสผ่าน หรือปฏิเสธที่ให้ไป
   *[other] พร็อกซี { $proxy } ต้องการชื่อและรหัสผ่าน หรือปฏิเสธที่ให้ไป
}
fetch-proxy-hint = ระบุด้วย --proxy http://NAME:PASSWORD@HOST:PORT
fetch-proxy-unreachable = ติดต่อพร็อกซี { $proxy } ไม่ได้ จึงติดต่อ { $host } ไม่ได้
fetch-proxy-unreachable-hint = ตรวจสอบชื่อและพอร์ตของพร็อกซี: หลัง --proxy ในตัวแปร http_proxy และ https_proxy หรือในการตั้งค่าของระบบ สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้
fetch-login = { $host } ต้องการชื่อและรหัสผ่าน หรือปฏิเสธที่ให้ไป
fetch-login-hint = ระบุไว้ในที่อยู่ https://NAME:PASSWORD@HOST/… ตรงที่คุณระบุที่อยู่นั้น: --index-url, --mirror หรือ --repository หากคุณไม่ได้ระบุที่อยู่ โปรดแจ้งผู้เผยแพร่
fetch-offline = ขาด { COUNT($count) } ไฟล์ และ --offline ห้ามดาวน์โหลด: { $artifacts }
fetch-offline-hint = ใส่ไฟล์ไว้ในโฟลเดอร์และระบุด้วย --find-links หรือเรียกใช้โดยไม่มี --offline

disk-full = พื้นที่ใน { $folder } ไม่พอ
disk-full-hint = เพิ่มพื้นที่ว่างหรือเลือกโฟลเดอร์อื่น: ใช้ --prefix สำหรับแอปพลิเคชัน และตัวแปร XDG_CACHE_HOME สำหรับไฟล์ดาวน์โหลด สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้
disk-no-room = ต้องใช้ { BYTES($needed) } ใน { $folder } แต่ว่างอยู่ { BYTES($free) }
disk-no-room-hint = เพิ่มพื้นที่ว่างหรือเลือกโฟลเดอร์อื่น: ใช้ --prefix สำหรับแอปพลิเคชัน และตัวแปร XDG_CACHE_HOME สำหรับไฟล์ดาวน์โหลด สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้
disk-rights = ไม่มีสิทธิ์เขียน { $path }
disk-rights-hint = เปลี่ยนสิทธิ์ หรือเลือกโฟลเดอร์อื่นด้วย --prefix ไม่จำเป็นต้องมีสิทธิ์ผู้ดูแลระบบ
disk-name = สร้าง { $path } ไม่ได้: ชื่อยาวเกินไป หรือมีอักขระที่ไม่อนุญาต
disk-name-hint = เลือกโฟลเดอร์ที่ชื่อสั้นกว่าและอยู่ใกล้ระดับบนสุดของดิสก์ ด้วย --prefix
disk-no-rename = เปลี่ยนชื่อไฟล์ใน { $folder } ไม่ได้
disk-no-rename-hint = เลือกโฟลเดอร์บนดิสก์อื่น: ใช้ --prefix สำหรับแอปพลิเคชัน และตัวแปร XDG_CACHE_HOME สำหรับไฟล์ดาวน์โหลด
disk-no-links = { $folder } เก็บลิงก์สัญลักษณ์ไม่ได้ แต่แอปพลิเคชันต้องใช้
disk-no-links-hint = เลือกโฟลเดอร์บนดิสก์อื่นด้วย --prefix แฟลชไดรฟ์และไดรฟ์เครือข่ายมักไม่รองรับลิงก์
disk-no-locks = ล็อกไฟล์ใน { $folder } ไม่ได้ การติดตั้งสองรายการจึงอาจรบกวนกัน
disk-no-locks-hint = เลือกโฟลเดอร์บนดิสก์ของเครื่องนี้เอง: ใช้ --prefix สำหรับแอปพลิเคชัน และตัวแปร XDG_CACHE_HOME สำหรับไฟล์ดาวน์โหลด
disk-no-execution = ไม่อนุญาตให้เริ่มโปรแกรมใน { $folder } แอปพลิเคชันจึงทำงานที่นั่นไม่ได้
disk-no-execution-hint = เลือกโฟลเดอร์ที่อนุญาตให้โปรแกรมทำงาน ด้วย --prefix
disk-no-room-for-files = ต้องสร้างไฟล์ประมาณ { COUNT($needed) } ไฟล์ใน { $folder } แต่ดิสก์รับได้อีก { COUNT($free) } ไฟล์
disk-no-room-for-files-hint = ลบไฟล์ที่นั่น หรือเลือกโฟลเดอร์บนดิสก์อื่นด้วย --prefix
disk-path-too-long = เส้นทาง { $folder } ยาวเกินไป: มีได้ไม่เกิน { COUNT($most) } อักขระ เพื่อให้ตั้งชื่อไฟล์ภายในได้
disk-path-too-long-hint = เลือกโฟลเดอร์ที่เส้นทางสั้นกว่าด้วย --prefix
disk-names-too-short = ชื่อไฟล์ใน { $folder } มีได้เพียง { COUNT($most) } อักขระ แต่ต้องใช้ { COUNT($needed) } โฟลเดอร์ที่เข้ารหัสมักเป็นเช่นนี้
disk-names-too-short-hint = เลือกโฟลเดอร์อื่นสำหรับไฟล์ดาวน์โหลดด้วยตัวแปร XDG_CACHE_HOME
disk-other = อ่านหรือเขียน { $path } ไม่ได้
disk-other-hint = ดูสิ่งที่ระบบแจ้งได้ในรายละเอียด ตรวจดูว่ามีสิ่งอื่นอยู่ที่นั่นหรือกำลังใช้อยู่หรือไม่ แล้วลองอีกครั้ง บน Windows โปรแกรมป้องกันไวรัสอาจกำลังใช้ไฟล์อยู่

limit-open-files = บัญชีนี้เปิดไฟล์พร้อมกันได้เพียง { COUNT($limit) } ไฟล์ แต่ต้องใช้ { COUNT($needed) } ไฟล์
limit-open-files-hint = เพิ่มขีดจำกัด (“ulimit -n”) หรือสอบถามผู้ดูแลเครื่องนี้
limit-file-size = บัญชีนี้เขียนไฟล์ได้ไม่เกิน { BYTES($limit) } แต่ต้องใช้ { BYTES($needed) }
limit-file-size-hint = เพิ่มขีดจำกัด (“ulimit -f”) หรือสอบถามผู้ดูแลเครื่องนี้

environment-runtime = แตก Python ที่มากับรีลีสไม่ได้ หรือใช้งานไม่ได้
environment-runtime-hint = ติดตั้ง Python จาก python.org และระบุด้วย --python พร้อมทั้งแจ้งผู้เผยแพร่
environment-create = Python สร้างสภาพแวดล้อมสำหรับแอปพลิเคชันไม่ได้
environment-create-hint = รายละเอียดบอกสาเหตุ ลองใช้ Python อื่นด้วย --python หรือโฟลเดอร์อื่นด้วย --prefix
environment-start = เริ่ม { $program } ไม่ได้
environment-start-hint = รายละเอียดบอกสาเหตุ โฟลเดอร์นั้นอาจห้ามเรียกใช้โปรแกรม: เลือกโฟลเดอร์อื่นด้วย --prefix
environment-wheel-refused = { $wheel } มีสิ่งที่ไม่ควรมีในแพ็กเกจใด จึงไม่ได้ติดตั้ง
environment-wheel-refused-hint = รายละเอียดบอกว่าคืออะไร โปรดแจ้งผู้เผยแพร่ ไม่มีสิ่งใดเปลี่ยนแปลง
environment-pip = ติดตั้งแพ็กเกจไม่ได้
environment-pip-hint = รายละเอียดมีสิ่งที่ pip แจ้ง ไม่มีสิ่งใดเปลี่ยนแปลง หากเกิดขึ้นอีก โปรดแจ้งผู้เผยแพร่
environment-pip-python = pip ของรีลีส ({ $pip }) ใช้กับ Python { $python } ไม่ได้
environment-pip-python-hint = ระบุ Python อื่นด้วย --python และแจ้งผู้เผยแพร่
environment-hash = มีแพ็กเกจที่ไม่ใช่แพ็กเกจซึ่งผู้เผยแพร่ลงลายเซ็น pip จึงปฏิเสธ
environment-hash-hint = ดิสก์หรือโปรแกรมอื่นเปลี่ยนแปลงไฟล์ ยังไม่มีการสลับเวอร์ชัน ลองอีกครั้ง
environment-build = สร้าง { $package } บนเครื่องนี้ไม่ได้
environment-build-hint = รายละเอียดมีข้อความจากการสร้าง มักเกิดจากขาดไฟล์สำหรับพัฒนาของไลบรารี Python อื่นอาจมีแพ็กเกจสำเร็จรูป: ลองใช้ --python
environment-no-headers = ต้องสร้าง { $package } บนเครื่องนี้ แต่ { $python } ไม่มีไฟล์ส่วนหัวของ C
environment-no-headers-hint = ติดตั้งไฟล์สำหรับพัฒนาของ Python (บน Debian: python3-dev) หรือลองใช้ Python อื่นด้วย --python
environment-no-command = รีลีสไม่มีคำสั่ง “{ $command }” ทั้งที่ระบุว่ามี
environment-no-command-hint = นี่คือความผิดพลาดของผู้เผยแพร่: โปรดแจ้ง ยังไม่มีการสลับเวอร์ชัน
environment-changed = หลังการติดตั้ง { $path } ไม่เป็นอย่างที่ควรเป็น
environment-changed-hint = ดิสก์หรือโปรแกรมอื่น (โปรแกรมป้องกันไวรัส?) เปลี่ยนแปลงไฟล์ ยังไม่มีการสลับเวอร์ชัน ลองอีกครั้ง
environment-check = แพ็กเกจที่ติดตั้งไม่เข้ากัน
environment-check-hint = นี่คือความผิดพลาดในรีลีส: โปรดแจ้งผู้เผยแพร่ ยังไม่มีการสลับเวอร์ชัน
environment-smoke-test = แอปพลิเคชันที่เพิ่งติดตั้งเริ่มทำงานไม่ได้
environment-smoke-test-hint = รายละเอียดมีสิ่งที่แอปพลิเคชันแจ้ง ยังไม่มีการสลับเวอร์ชัน โปรดแจ้งผู้เผยแพร่
environment-time = ขั้นตอนหนึ่งของการติดตั้งใช้เวลานานเกินไปจึงถูกหยุด
environment-time-hint = ลองอีกครั้งเมื่อคอมพิวเตอร์ทำงานน้อยลง ยังไม่มีการสลับเวอร์ชัน

activate-launcher-taken = { $path } เป็นของสิ่งอื่น จึงไม่ได้เขียนทับ
activate-launcher-taken-hint = ย้ายหรือลบออก แล้วเริ่มอีกครั้ง
activate-unsafe = { $path } เป็นลิงก์ เป็นของผู้อื่น หรือใครก็เขียนได้ จึงไม่ได้ใช้
activate-unsafe-hint = ลบออก หรือเลือกโฟลเดอร์อื่นด้วย --prefix
activate-damaged-receipt = { $path } เสียหาย จึงไม่รู้ว่าสิ่งใดเป็นของการติดตั้ง
activate-damaged-receipt-hint = เริ่มโปรแกรมนี้โดยไม่ระบุคำสั่ง: จะติดตั้งแอปพลิเคชันใหม่และเขียนไฟล์นี้อีกครั้ง จากนั้นจึงลบ
activate-foreign = { $path } มีอยู่ก่อนแล้วและไม่ใช่ส่วนหนึ่งของการติดตั้ง จึงไม่ได้แตะต้อง
activate-foreign-hint = เลือกโฟลเดอร์อื่นด้วย --prefix หรือย้ายออกแล้วเริ่มอีกครั้ง
activate-previous-gone = เวอร์ชัน { $version } ที่เก็บไว้สำหรับย้อนกลับเริ่มไม่ได้แล้ว: ไฟล์หรือ Python ของเวอร์ชันนั้นหายไป
activate-previous-gone-hint = ใช้เวอร์ชันที่ติดตั้งอยู่ต่อไป เวอร์ชันนี้ไม่ได้ถูกแตะต้อง
activate-newer-receipt = ตัวติดตั้งที่ใหม่กว่าเขียน { $path } ไว้
activate-newer-receipt-hint = ใช้ตัวติดตั้งนั้น หรือรับตัวล่าสุดจากผู้เผยแพร่

verify-damaged = สิ่งที่ติดตั้งอยู่ไม่เป็นอย่างที่ควรเป็น { COUNT($count) } แห่ง
verify-damaged-hint = เริ่ม “repair”: จะซ่อมแซมส่วนที่เสียหายและไม่แตะต้องข้อมูลของคุณ
uninstall-declined = ไม่ได้ลบสิ่งใด
uninstall-declined-hint = แอปพลิเคชันยังคงเหมือนเดิม หากต้องการลบ ให้เริ่มอีกครั้งแล้วตอบใช่
uninstall-mounted = มีไดรฟ์อื่นเชื่อมต่ออยู่ที่ { $path } จึงไม่ได้ลบโฟลเดอร์ข้อมูลที่มีไดรฟ์นั้นอยู่
uninstall-mounted-hint = ถอดไดรฟ์ออกก่อน หรือลบแอปพลิเคชันโดยไม่รวมโฟลเดอร์นี้

busy = มีการติดตั้งอื่นกำลังทำงานใน { $folder }
busy-hint = รอจนเสร็จแล้วเริ่มอีกครั้ง ใช้ --wait SECONDS เพื่อให้รอเอง
cancelled = ยกเลิกแล้ว สิ่งที่ติดตั้งอยู่ก่อนยังคงเหมือนเดิม
cancelled-hint = เริ่มอีกครั้งเมื่อใดก็ได้: สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้
internal = เกิดข้อผิดพลาดภายในโปรแกรมนี้
internal-hint = นี่คือความผิดพลาดของเรา โปรดรายงานพร้อมรายละเอียด

log-unwritable = เขียนบันทึก { $path } ไม่ได้
log-unwritable-hint = ระบุไฟล์ในโฟลเดอร์ที่คุณเขียนได้ หรือตัด --log ออก
