phase-verifying = กำลังเปรียบเทียบทุกไฟล์กับที่ติดตั้งไว้
phase-mending = กำลังหาส่วนที่เสียหายและซ่อมแซม
phase-judging = กำลังตรวจสอบลายเซ็น
phase-planning = กำลังหา Python ที่เหมาะสม
phase-fetching = กำลังดาวน์โหลด
phase-building = กำลังสร้างแพ็กเกจ
phase-installing = กำลังติดตั้งแพ็กเกจ
phase-checking = กำลังตรวจสอบการติดตั้ง
phase-activating = กำลังสลับไปใช้เวอร์ชันใหม่
phase-removing = กำลังลบแอปพลิเคชัน

action-install = ติดตั้ง { $name } { $version }
action-upgrade = อัปเดต { $name } จาก { $installed } เป็น { $version }
action-upgrade-later = เตรียม { $name } { $version } ให้พร้อมควบคู่กับเวอร์ชันที่ทำงานอยู่
action-go-back = กลับไปใช้ { $name } { $version }
action-repair = ซ่อมแซม { $name } { $version }
action-mend = แก้ไขส่วนที่เสียหายของ { $name } { $version }
action-verify = เปรียบเทียบ { $name } { $version }
action-up-to-date = { $name } { $version } เป็นปัจจุบันแล้ว
action-uninstall = ลบ { $name } { $version }

waiting = มีการติดตั้งอื่นของแอปพลิเคชันนี้กำลังทำงาน กำลังรอให้เสร็จ ไม่เกิน { DURATION($left) }
running-process = { $program } (โพรเซส { $pid })
removal-running = กำลังทำงานอยู่: { $programs } โปรดปิดแอปพลิเคชันก่อน หากไม่มีไฟล์ สิ่งที่กำลังทำงานอยู่อาจล้มเหลว

progress-bytes = { BYTES($have) } จาก { BYTES($size) }
progress-bytes-speed = { BYTES($have) } จาก { BYTES($size) }, { BYTES($speed) }/วิ
progress-bytes-left = { BYTES($have) } จาก { BYTES($size) }, { BYTES($speed) }/วิ เหลือประมาณ { DURATION($left) }
progress-packages = { COUNT($done) } จาก { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } จาก { COUNT($total) }: { $package } เหลือประมาณ { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: ความพยายามครั้งที่ { COUNT($attempt) } ในอีก { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } จาก { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: ความพยายามครั้งที่ { COUNT($attempt) }
waiting-network = กำลังรอเครือข่าย
waiting-network-next = กำลังรอเครือข่าย จะลองใหม่ในอีก { DURATION($wait) }

menu-manage = อัปเดตหรือลบ

finding-changed = { $path }: ไม่เหมือนตอนที่ติดตั้ง
finding-missing = { $path }: หายไป
finding-foreign = { $path }: ไม่ใช่ของแอปพลิเคชันนี้
finding-rights = { $path }: ผู้ที่เปลี่ยนแปลงหรือใช้ได้ต่างจากตอนที่ติดตั้ง
finding-launcher = { $path }: ไม่ได้เริ่มแอปพลิเคชัน
finding-pointer = { $path }: ไม่ได้ชี้ไปยังเวอร์ชันที่ติดตั้ง
finding-python = { $path }: Python นี้หายไป หรือเป็นเวอร์ชันอื่นแล้ว
finding-record = { $path }: บันทึกสิ่งที่ติดตั้งหายไปหรือถูกเปลี่ยนแปลง
