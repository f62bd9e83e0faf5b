phase-verifying = Membandingkan setiap berkas dengan yang dipasang
phase-mending = Mencari dan memperbaiki yang rusak
phase-judging = Memeriksa tanda tangan
phase-planning = Mencari Python yang cocok
phase-fetching = Mengunduh
phase-building = Membangun paket
phase-installing = Memasang paket
phase-checking = Memeriksa pemasangan
phase-activating = Beralih ke versi baru
phase-removing = Menghapus aplikasi

action-install = Pasang { $name } { $version }
action-upgrade = Perbarui { $name } dari { $installed } ke { $version }
action-upgrade-later = Siapkan { $name } { $version } di samping versi yang berjalan
action-go-back = Kembali ke { $name } { $version }
action-repair = Perbaiki { $name } { $version }
action-mend = Pulihkan { $name } { $version }
action-verify = Bandingkan { $name } { $version }
action-up-to-date = { $name } { $version } sudah yang terbaru
action-uninstall = Hapus { $name } { $version }

waiting = Pemasangan lain aplikasi ini sedang berlangsung; menunggu hingga { DURATION($left) } sampai selesai
running-process = { $program } (proses { $pid })
removal-running = Sedang berjalan: { $programs }. Tutup aplikasi lebih dulu: tanpa berkasnya, yang sedang berjalan bisa gagal.

progress-bytes = { BYTES($have) } dari { BYTES($size) }
progress-bytes-speed = { BYTES($have) } dari { BYTES($size) }, { BYTES($speed) }/dtk
progress-bytes-left = { BYTES($have) } dari { BYTES($size) }, { BYTES($speed) }/dtk, sekitar { DURATION($left) } lagi
progress-packages = { COUNT($done) } dari { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } dari { COUNT($total) }: { $package }, sekitar { DURATION($left) } lagi
progress-building = { $package }
retrying = { $artifact }: percobaan ke-{ COUNT($attempt) } dalam { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } dari { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: percobaan ke-{ COUNT($attempt) }
waiting-network = menunggu jaringan
waiting-network-next = menunggu jaringan; percobaan berikutnya dalam { DURATION($wait) }

menu-manage = Perbarui atau hapus

finding-changed = { $path }: tidak seperti saat dipasang
finding-missing = { $path }: tidak ada
finding-foreign = { $path }: bukan bagian dari aplikasi
finding-rights = { $path }: yang boleh mengubah atau memakainya berbeda dari saat dipasang
finding-launcher = { $path }: tidak menjalankan aplikasi
finding-pointer = { $path }: tidak mengarah ke versi yang terpasang
finding-python = { $path }: Python ini sudah tidak ada, atau kini versi lain
finding-record = { $path }: catatan pemasangan tidak ada atau telah diubah
