plan-publisher = {"  "}ผู้เผยแพร่: { $publisher } ลงลายเซ็นด้วย { COUNT($signed) } จาก { COUNT($keys) } กุญแจ (ต้องใช้ { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}แพ็กเกจ: { COUNT($packages) } ({ BYTES($size) } ต้องดาวน์โหลด { BYTES($fetch) })
plan-builds = {"  "}สร้างบนคอมพิวเตอร์เครื่องนี้: { $packages }
plan-running = {"  "}กำลังทำงานอยู่: { $programs } ซึ่งจะทำงานต่อด้วยเวอร์ชันที่เริ่มไว้ และไม่มีสิ่งใดที่จำเป็นถูกนำออกไป
plan-go-back-data = {"  "}ข้อมูลของคุณยังอยู่เหมือนเดิม เวอร์ชันเก่าอาจไม่เข้าใจสิ่งที่เวอร์ชันใหม่เขียนไว้ หากข้อมูลสำคัญ ให้ทำสำเนาไว้ก่อน
plan-folder = {"  "}โฟลเดอร์: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = ติดตั้งเวอร์ชัน { $version } แล้ว
outcome-upgrade = ติดตั้งเวอร์ชัน { $version } แล้ว เวอร์ชันก่อนหน้ายังอยู่: กลับไปได้ด้วย “{ $command }”
outcome-upgrade-later = เวอร์ชัน { $version } ยังทำงานอยู่ เวอร์ชัน { $pending } พร้อมแล้ว และจะสลับไปใช้เมื่อเริ่มโปรแกรมนี้ครั้งถัดไป
outcome-go-back = ติดตั้งเวอร์ชัน { $version } อีกครั้งแล้ว เวอร์ชันที่คุณเลิกใช้ยังเก็บไว้: กลับไปได้ด้วย “{ $command }”
outcome-repair = ติดตั้งเวอร์ชัน { $version } ใหม่ทั้งหมดแล้ว
outcome-mend = เวอร์ชัน { $version } กลับมาเป็นปกติแล้ว
outcome-verify = ไม่มีสิ่งใดเสียหาย: เวอร์ชัน { $version } เหมือนตอนที่ติดตั้ง
outcome-up-to-date = เวอร์ชัน { $version } ติดตั้งอยู่และเป็นปัจจุบัน
outcome-left-aside = เวอร์ชัน { $version } ติดตั้งอยู่ คุณย้อนกลับมาจาก { $newer } จึงไม่ติดตั้งให้เอง: ติดตั้งได้ด้วย “{ $command }”
outcome-running = ยังทำงานด้วยเวอร์ชันก่อนหน้า: { $programs } เริ่มใหม่เพื่อใช้เวอร์ชันนี้
outcome-uninstall = ลบแล้ว
outcome-commands = เริ่มด้วย: { $commands }
outcome-not-on-path = { $folder } ไม่อยู่ใน PATH เพิ่มเข้าไปเพื่อไม่ต้องพิมพ์ชื่อโฟลเดอร์
outcome-path-line = หากต้องการเริ่มด้วยชื่ออย่างเดียว ให้เพิ่มบรรทัดนี้ใน { $file } หรือเริ่มโปรแกรมนี้อีกครั้งด้วย --add-to-path:
outcome-path-added = เพิ่มโฟลเดอร์ของคำสั่งลงใน PATH ใน { $file } แล้ว เปิดเทอร์มินัลใหม่เพื่อใช้งาน
failure-message = ข้อผิดพลาด: { $message } [{ $code }]
failure-hint = สิ่งที่คุณทำได้: { $hint }
failure-details = รายละเอียด:

findings-compared = เวอร์ชัน { $version }: เปรียบเทียบ { COUNT($files) } ไฟล์แล้ว ({ BYTES($size) }) โดย { COUNT($signed) } จาก { COUNT($packages) } แพ็กเกจเทียบกับสิ่งที่ผู้เผยแพร่ลงลายเซ็น ที่เหลือเทียบกับบันทึกการติดตั้ง
findings-mended = ซ่อมแซมแล้ว ({ COUNT($count) }):
findings-more = {"  "}และอีก { COUNT($count) } รายการ ใช้ --json เพื่อแสดงทั้งหมด

check-up-to-date = { $name } { $installed } เป็นปัจจุบันแล้ว
check-upgrade = ติดตั้ง { $name } { $offered } ได้ ขณะนี้ติดตั้ง { $installed } อยู่
check-upgrade-size = ติดตั้ง { $name } { $offered } ได้ (ต้องดาวน์โหลด { BYTES($size) }) ขณะนี้ติดตั้ง { $installed } อยู่
check-security = เวอร์ชัน { $installed } มีปัญหาด้านความปลอดภัยที่ทราบแล้ว
check-obstacle = {"  "}ติดตั้งบนคอมพิวเตอร์เครื่องนี้ในสภาพปัจจุบันไม่ได้ [{ $code }]

removal-goes = สิ่งที่จะลบของ { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = สิ่งที่จะยังอยู่:
removal-data = {"  "}ข้อมูลของคุณใน { $path } ({ BYTES($size) }) ใช้ --remove-data { $path } เพื่อลบด้วย
removal-data-goes = {"  "}ข้อมูลของคุณใน { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path } ซึ่งถูกเปลี่ยนแปลงภายหลัง หรือไม่ใช่ของโปรแกรมนี้
removal-downloads = {"  "}ไฟล์ดาวน์โหลดที่ไม่มีสิ่งใดต้องใช้อีก ({ BYTES($size) }) ใช้ --remove-downloads เพื่อลบด้วย
removal-downloads-goes = {"  "}ไฟล์ดาวน์โหลดที่ไม่มีสิ่งใดต้องใช้อีก ({ BYTES($size) })

status-nothing = ไม่มีสิ่งใดติดตั้งอยู่
status-installed = { $name } { $version } ติดตั้งเมื่อ { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}แพ็กเกจ: { COUNT($packages) }
status-previous = {"  "}เก็บไว้สำหรับย้อนกลับ: { $version }
status-file = {"  "}นอกโฟลเดอร์: { $path }
shell-line = บรรทัดใน { $path } ที่เพิ่มคำสั่งลงใน PATH

note-locale = ไม่มีข้อความในภาษา “{ $asked }” ภาษาที่มี: { $known }
note-log = บันทึกของการทำงานครั้งนี้: { $path }
note-anothers = เป็นของบัญชีอื่น ({ $owner }) จึงดูได้อย่างเดียว
note-no-desktop = ที่นี่ไม่มีโฟลเดอร์เดสก์ท็อป --desktop-shortcut จึงไม่มีผล

ask-uninstall = ลบ { $name } ออกจาก { $folder } หรือไม่
ask-remove-data = ลบข้อมูลของคุณใน { $path } ({ BYTES($size) }) ด้วยหรือไม่ ข้อมูลนี้จะกู้คืนไม่ได้
ask-remove-downloads = ลบไฟล์ดาวน์โหลดที่ไม่มีสิ่งใดต้องใช้อีก ({ BYTES($size) }) ด้วยหรือไม่
answer-choices = [ช/ม]
answer-yes = ช ใช่ y yes

help-about = ติดตั้งแอปพลิเคชัน Python จากรีลีสที่ลงลายเซ็น และดูแลให้เป็นปัจจุบัน
help-usage = วิธีใช้: { $program } [COMMAND] [OPTIONS]
help-commands = คำสั่ง:
help-command-none = ไม่ระบุคำสั่ง: ติดตั้ง อัปเดต หรือทำให้เสร็จ ตามที่จำเป็น
help-command-install = ติดตั้งแอปพลิเคชัน
help-command-upgrade = ติดตั้งรีลีสใหม่กว่า หากมี
help-command-repair = ซ่อมแซมส่วนที่เสียหายของรีลีสที่ติดตั้ง
help-command-go-back = กลับไปใช้เวอร์ชันก่อนหน้า ไม่ต้องใช้เครือข่าย
help-command-verify = เปรียบเทียบทุกไฟล์ที่ติดตั้งกับที่เผยแพร่
help-command-check = บอกว่ามีรีลีสใหม่กว่าหรือไม่
help-command-status = บอกว่ามีอะไรติดตั้งอยู่
help-command-uninstall = ลบแอปพลิเคชัน ข้อมูลของคุณจะยังอยู่
help-options = ตัวเลือก:
help-prefix = ติดตั้งลงในโฟลเดอร์นี้
help-python = ใช้ Python นี้ หรือ Python เวอร์ชันนี้
help-repository = รับรีลีสจากที่นี่
help-profile = ติดตั้งแอปพลิเคชันอื่น: โฟลเดอร์ที่มี profile.toml และ root.json
help-index-url = ดาวน์โหลดแพ็กเกจจากดัชนีนี้เท่านั้น
help-mirror = ลองมิเรอร์นี้ของ files.pythonhosted.org ก่อน ระบุซ้ำได้
help-find-links = หาแพ็กเกจในโฟลเดอร์นี้ก่อน ระบุซ้ำได้
help-offline = ไม่ใช้เครือข่าย
help-proxy = ใช้พร็อกซีนี้ http://NAME:PASSWORD@HOST:PORT
help-ca = เชื่อถือผู้ออกใบรับรองในไฟล์นี้ด้วย
help-later = ขณะแอปพลิเคชันทำงาน เพียงเตรียมเวอร์ชันใหม่ให้พร้อม: จะสลับไปใช้เมื่อเริ่มครั้งถัดไป
help-wait = รอการติดตั้งอื่นที่ทำงานอยู่นานเท่านี้ มิฉะนั้นสิบนาที หรือไม่รอเลยเมื่อใช้ --silent หรือ --json
help-face = แสดงหน้าต่าง (“window”) หรือใช้เทอร์มินัล (“terminal”)
help-menu = รายการในเมนูแอปพลิเคชัน (สร้างให้ เว้นแต่ใช้ --no-menu)
help-desktop-shortcut = ไอคอนบนเดสก์ท็อป (ไม่สร้าง เว้นแต่ขอ)
help-add-to-path = ให้เชลล์หาคำสั่งพบ: เพิ่มโฟลเดอร์ของคำสั่งลงใน PATH จำไว้สำหรับการอัปเดต
help-silent = แสดงเฉพาะข้อผิดพลาด ไม่ถามสิ่งใด
help-json = แสดงทุกอย่างเป็นบรรทัด JSON
help-yes = ตอบใช่สำหรับคำถามก่อนการลบ
help-anew = ใช้กับ repair: ติดตั้งทุกอย่างใหม่
help-remove-data = ใช้กับ uninstall: ลบโฟลเดอร์ข้อมูลของคุณนี้ด้วย ระบุซ้ำได้
help-remove-downloads = ใช้กับ uninstall: ลบไฟล์ดาวน์โหลดด้วย
help-locale = ใช้ภาษานี้ เช่น de
help-log = เขียนบันทึก
help-replay = แสดงสิ่งที่ --json บันทึกไว้ในหน้าต่าง โดยไม่ติดตั้งสิ่งใด
help-version = แสดงเวอร์ชันของโปรแกรมนี้
help-help = แสดงหน้านี้
help-exit =
    สถานะออก: 0 เสร็จหรือไม่มีอะไรต้องทำ, 2 วิธีใช้, 10 เครือข่าย, 11 ปฏิเสธเพื่อความปลอดภัย,
    12 ปฏิเสธรีลีสเก่า, 13 ไม่มี Python ที่เหมาะสม, 14 ไม่มี wheel หรือคอมไพเลอร์,
    15 ดิสก์หรือสิทธิ์, 16 สภาพแวดล้อม, 17 ไม่ว่าง, 18 ไม่ได้ติดตั้ง, 19 เสียหาย,
    100 “check” พบการอัปเดต, 70 ข้อผิดพลาดภายใน, 130 ยกเลิกแล้ว
