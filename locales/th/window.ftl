window-caption = ตั้งค่า { $name }

window-install = ติดตั้ง
window-upgrade = อัปเดต
window-repair = ซ่อมแซม
window-go-back = ย้อนกลับ
window-uninstall = ลบ
window-cancel = ยกเลิก
window-language = ภาษา
window-close = ปิด
window-later = เมื่อปิดแล้ว
window-open = เปิด
window-back = กลับ
window-continue = ดำเนินการต่อ
window-try-again = ลองอีกครั้ง
window-copy = คัดลอก
window-copy-details = คัดลอกรายละเอียด
window-stop = หยุด
window-stop-close = หยุดและปิด
window-go-on = ทำต่อไป

window-step = { $step }…
window-nothing-changed = ยังไม่มีสิ่งใดเปลี่ยนแปลง
window-going-on = กำลังทำต่อจากจุดที่หยุด…
window-stopping = กำลังหยุด…

window-offer-install = ติดตั้ง { $name }
window-offer-upgrade = อัปเดต { $name }
window-offer-repair = ซ่อมแซม { $name }
window-offer-go-back = ย้อนกลับไปใช้ { $name } เวอร์ชันก่อนหรือไม่
window-offer-uninstall = ลบ { $name } หรือไม่
window-consequence-upgrade = เวอร์ชันที่ติดตั้งจะอยู่จนกว่าเวอร์ชันใหม่เริ่มทำงานได้ดี แล้วจะเก็บไว้สำหรับย้อนกลับ
window-consequence-repair = นำสิ่งที่เสียหายหรือหายไปกลับคืน โดยไม่แตะต้องข้อมูลของคุณ
window-consequence-go-back = จะใช้เวอร์ชัน { $version } อีกครั้ง ข้อมูลที่เวอร์ชันใหม่กว่าเปลี่ยนแปลงไว้อาจเปิดไม่ได้: สอบถามผู้เผยแพร่ได้
window-consequence-uninstall = แอปพลิเคชันและทุกสิ่งที่ติดตั้งมาด้วยจะถูกลบออกจากคอมพิวเตอร์เครื่องนี้

window-version = เวอร์ชัน { $version }
window-version-size = เวอร์ชัน { $version } · ต้องดาวน์โหลด { BYTES($size) }
window-verified = ผู้เผยแพร่ที่ตรวจสอบแล้ว: { $publisher }
window-fact-signed = ลายเซ็น
window-signed = { COUNT($signed) } จาก { COUNT($keys) } กุญแจ ต้องใช้ { COUNT($threshold) }
window-fact-download = ดาวน์โหลด
window-download = { BYTES($size) } ใน { COUNT($packages) } แพ็กเกจ
window-download-none = ไม่มี ทุกอย่างอยู่ที่นี่แล้ว
window-fact-disk = บนดิสก์
window-disk = ประมาณ { BYTES($size) }
window-fact-folder = โฟลเดอร์

window-options = ตัวเลือก
window-folder = โฟลเดอร์ที่จะติดตั้ง
window-switch-start = เริ่ม { $name } เมื่อพร้อม
window-switch-menu = เพิ่มลงในเมนู
window-switch-desktop = เพิ่มไอคอนบนเดสก์ท็อป
window-switch-path = ให้เทอร์มินัลหาคำสั่งพบ (เพิ่มลงใน PATH)

window-now-install = กำลังติดตั้ง { $name }
window-now-upgrade = กำลังอัปเดต { $name }
window-now-repair = กำลังซ่อมแซม { $name }
window-now-go-back = กำลังย้อนกลับไปใช้ { $name } เวอร์ชันก่อน
window-now-uninstall = กำลังลบ { $name }

window-speed = { BYTES($speed) }/วิ
window-left = เหลือประมาณ { DURATION($left) }
window-speed-left = { BYTES($speed) }/วิ · เหลือประมาณ { DURATION($left) }
window-waiting = กำลังรอเครือข่าย และจะทำต่อเอง

window-details = รายละเอียด
window-arrived = ได้รับ { $artifact } แล้ว { BYTES($size) }
window-building = สร้าง { $package } แล้ว
window-installed = ติดตั้ง { $package } แล้ว

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = ติดตั้งเวอร์ชัน { $version } อยู่
window-news-none = เป็นปัจจุบันแล้ว
window-news-upgrade = มีเวอร์ชัน { $version } ต้องดาวน์โหลด { BYTES($size) }
window-news-left-aside = ใช้งานได้ดี เวอร์ชัน { $version } ใหม่กว่า แต่คุณย้อนกลับมาจากเวอร์ชันนั้น
window-news-broken = มีบางส่วนเสียหายหรือหายไป และซ่อมแซมได้
window-news-unknown = ตรวจสอบไม่ได้ว่ามีเวอร์ชันใหม่กว่าหรือไม่
window-about-repair = นำสิ่งที่เสียหายหรือหายไปกลับคืน
window-about-go-back = ใช้เวอร์ชัน { $version } ซึ่งยังอยู่ที่นี่อีกครั้ง
window-about-uninstall = ข้อมูลของคุณจะยังอยู่ เว้นแต่คุณเลือกเป็นอย่างอื่น
window-running = กำลังทำงานอยู่: { $programs } จะทำงานต่อด้วยเวอร์ชันที่เริ่มไว้จนกว่าจะปิด

window-goes-size = สิ่งที่จะลบ ({ BYTES($size) }):
window-data = สิ่งที่จะยังอยู่ เว้นแต่คุณเปิดที่นี่:
window-data-remove = ลบข้อมูลของคุณใน { $folder } ด้วย ({ BYTES($size) })
window-downloads-remove = ลบไฟล์ดาวน์โหลดที่ไม่มีสิ่งใดต้องใช้อีก ({ BYTES($size) })

window-ready = { $name } พร้อมแล้ว
window-removed = ลบ { $name } แล้ว
window-removed-kept = ข้อมูลของคุณไม่ได้ถูกแตะต้อง
window-removed-data = ข้อมูลที่คุณเลือกถูกลบด้วย
window-done-install = ตรวจสอบทุกอย่างแล้ว ใช้งานได้
window-done-upgrade = ตรวจสอบเวอร์ชันใหม่แล้ว ใช้งานได้ เวอร์ชันก่อนหน้าเก็บไว้สำหรับย้อนกลับ
window-done-repair = ตรวจสอบทุกอย่างแล้ว กลับมาใช้งานได้
window-done-go-back = กลับมาใช้เวอร์ชันก่อนหน้าแล้ว
window-done-nothing = ไม่มีสิ่งใดเสียหาย และไม่มีอะไรต้องทำ
window-done-later = เวอร์ชัน { $version } พร้อมแล้ว จะสลับไปใช้เมื่อเริ่มโปรแกรมนี้ครั้งถัดไป
window-still-running = ยังทำงานด้วยเวอร์ชันก่อนหน้า: { $programs } เริ่มใหม่เพื่อใช้เวอร์ชันนี้
window-type-this = หากต้องการเริ่ม ให้พิมพ์สิ่งนี้ในเทอร์มินัล:
window-copied = คัดลอกแล้ว
window-where = คำสั่งอยู่ใน { $folder }
window-not-on-path = คำสั่งอยู่ใน { $folder } ซึ่งไม่อยู่ใน PATH: จนกว่าจะเพิ่ม ต้องพิมพ์เส้นทางเต็มในเทอร์มินัล
window-stopped = หยุดแล้ว
window-stopped-kept = ไม่มีสิ่งใดเปลี่ยนแปลง สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้ และครั้งถัดไปจะทำต่อจากจุดนั้น

window-failed = ติดตั้ง { $name } ไม่ได้
window-failed-network = ไม่มีการเชื่อมต่อ
window-failed-refused = ไม่ได้ติดตั้ง เพื่อความปลอดภัยของคุณ
window-failed-older = ปฏิเสธเวอร์ชันเก่ากว่า
window-failed-python = ไม่มี Python ที่เหมาะสม
window-failed-package = ไม่มีแพ็กเกจบางรายการสำหรับเครื่องนี้
window-failed-disk = ปัญหาอยู่ที่ดิสก์หรือโฟลเดอร์
window-failed-busy = มีการติดตั้งอื่นกำลังทำงาน
window-failed-removal = ลบ { $name } ไม่ได้
window-failed-repair = ซ่อมแซม { $name } ไม่ได้
window-failed-go-back = ย้อนกลับไปใช้ { $name } เวอร์ชันก่อนไม่ได้
window-code = รายละเอียด ({ $code })
window-tries-in = จะลองอีกครั้งในอีก { DURATION($left) }
window-kept = สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้
window-support = ความช่วยเหลือ: { $support }

window-proxy-name = ชื่อสำหรับพร็อกซี
window-proxy-password = รหัสผ่าน

window-ask-cancel = หยุดตรงนี้หรือไม่
window-ask-close = หยุดและปิดหน้าต่างหรือไม่
window-ask-kept = สิ่งที่ดาวน์โหลดแล้วจะเก็บไว้ และครั้งถัดไปจะทำต่อจากจุดนั้น
window-ask-undone = สิ่งที่เริ่มไว้จะถูกยกเลิก สิ่งที่ติดตั้งอยู่ก่อนยังคงเหมือนเดิม
