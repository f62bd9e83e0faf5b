plan-publisher = {"  "}Penerbit: { $publisher }; ditandatangani dengan { COUNT($signed) } dari { COUNT($keys) } kunci (diperlukan { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Paket: { COUNT($packages) } ({ BYTES($size) }, { BYTES($fetch) } di antaranya perlu diunduh)
plan-builds = {"  "}Dibangun di komputer ini: { $packages }
plan-running = {"  "}Sedang berjalan: { $programs }. Program tetap memakai versi saat dimulai, dan tidak ada yang diperlukannya yang diambil.
plan-go-back-data = {"  "}Data Anda tetap seperti semula. Versi lama mungkin tidak memahami apa yang ditulis versi baru: jika penting, buat salinan dahulu.
plan-folder = {"  "}Folder: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Versi { $version } telah dipasang.
outcome-upgrade = Versi { $version } telah dipasang; versi sebelumnya masih ada: “{ $command }” untuk kembali ke versi itu.
outcome-upgrade-later = Versi { $version } masih berjalan; { $pending } sudah siap, dan program ini akan beralih ke versi itu saat dimulai berikutnya.
outcome-go-back = Versi { $version } telah dipasang lagi. Versi yang Anda tinggalkan tetap disimpan: “{ $command }” untuk kembali ke versi itu.
outcome-repair = Versi { $version } telah dipasang ulang.
outcome-mend = Versi { $version } sudah pulih seperti seharusnya.
outcome-verify = Tidak ada yang rusak: versi { $version } masih seperti saat dipasang.
outcome-up-to-date = Versi { $version } terpasang dan sudah yang terbaru.
outcome-left-aside = Versi { $version } terpasang. Anda telah kembali dari { $newer }, jadi versi itu tidak dipasang otomatis: gunakan “{ $command }”.
outcome-running = Masih berjalan dengan versi sebelumnya: { $programs }. Mulai ulang untuk memakai versi ini.
outcome-uninstall = Telah dihapus.
outcome-commands = Jalankan dengan: { $commands }
outcome-not-on-path = { $folder } tidak ada di PATH. Tambahkan ke sana agar nama folder tidak perlu ditulis.
outcome-path-line = Agar bisa dijalankan dengan namanya saja, tambahkan baris ini ke { $file }, atau jalankan lagi dengan --add-to-path:
outcome-path-added = Folder perintah telah ditambahkan ke PATH di { $file }. Buka terminal baru untuk memakainya.
failure-message = Galat: { $message } [{ $code }]
failure-hint = Yang dapat Anda lakukan: { $hint }
failure-details = Detail:

findings-compared = Versi { $version }: { COUNT($files) } berkas dibandingkan ({ BYTES($size) }); { COUNT($signed) } dari { COUNT($packages) } paket dengan yang ditandatangani penerbit, yang lain dengan catatan pemasangan
findings-mended = Diperbaiki ({ COUNT($count) }):
findings-more = {"  "}dan { COUNT($count) } lagi; --json menampilkan semuanya

check-up-to-date = { $name } { $installed } sudah yang terbaru.
check-upgrade = { $name } { $offered } dapat dipasang; yang terpasang { $installed }.
check-upgrade-size = { $name } { $offered } dapat dipasang ({ BYTES($size) } perlu diunduh); yang terpasang { $installed }.
check-security = Versi { $installed } memiliki masalah keamanan yang diketahui.
check-obstacle = {"  "}Saat ini tidak dapat dipasang di komputer ini [{ $code }].

removal-goes = { $name } { $version } akan dihapus:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Yang tetap ada:
removal-data = {"  "}data Anda di { $path } ({ BYTES($size) }); --remove-data { $path } ikut menghapusnya
removal-data-goes = {"  "}data Anda di { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, yang telah diubah sejak itu, atau bukan milik program ini
removal-downloads = {"  "}unduhan yang tidak diperlukan lagi ({ BYTES($size) }); --remove-downloads ikut menghapusnya
removal-downloads-goes = {"  "}unduhan yang tidak diperlukan lagi ({ BYTES($size) })

status-nothing = Tidak ada yang terpasang.
status-installed = { $name } { $version }, dipasang { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Paket: { COUNT($packages) }
status-previous = {"  "}Disimpan untuk kembali: { $version }
status-file = {"  "}Di luar foldernya: { $path }
shell-line = baris di { $path } yang menaruh perintah di PATH

note-locale = Tidak ada teks dalam “{ $asked }”. Yang tersedia: { $known }
note-log = Log proses ini: { $path }
note-anothers = Ini milik akun lain, { $owner }, dan hanya dilihat.
note-no-desktop = Tidak ada folder desktop di sini, jadi --desktop-shortcut tidak berpengaruh.

ask-uninstall = Hapus { $name } dari { $folder }?
ask-remove-data = Hapus juga data Anda di { $path } ({ BYTES($size) })? Data tidak dapat dikembalikan.
ask-remove-downloads = Hapus juga unduhan yang tidak diperlukan lagi ({ BYTES($size) })?
answer-choices = [y/T]
answer-yes = y yes ya

help-about = Memasang aplikasi Python dari rilis yang ditandatangani, dan menjaganya tetap terbaru.
help-usage = Penggunaan: { $program } [PERINTAH] [OPSI]
help-commands = Perintah:
help-command-none = tanpa perintah: memasang, memperbarui, atau menyelesaikan, sesuai kebutuhan
help-command-install = pasang aplikasi
help-command-upgrade = pasang rilis yang lebih baru, jika ada
help-command-repair = perbaiki yang rusak pada rilis yang terpasang
help-command-go-back = kembali ke versi sebelumnya; tidak perlu jaringan
help-command-verify = bandingkan setiap berkas terpasang dengan yang diterbitkan
help-command-check = beri tahu apakah ada rilis yang lebih baru
help-command-status = tampilkan apa yang terpasang
help-command-uninstall = hapus aplikasi; data Anda tetap ada
help-options = Opsi:
help-prefix = pasang ke folder ini
help-python = pakai Python ini, atau Python versi ini
help-repository = ambil rilis dari sini
help-profile = pasang aplikasi lain: folder berisi profile.toml dan root.json
help-index-url = unduh paket hanya dari indeks ini
help-mirror = coba mirror files.pythonhosted.org ini dahulu; dapat diulang
help-find-links = cari paket di folder ini dahulu; dapat diulang
help-offline = jangan gunakan jaringan
help-proxy = pakai proksi ini, http://NAME:PASSWORD@HOST:PORT
help-ca = percayai juga otoritas sertifikat di berkas ini
help-later = selama aplikasi berjalan, siapkan saja versi baru: beralih saat dimulai berikutnya
help-wait = tunggu pemasangan lain selama ini; bawaan sepuluh menit, tidak menunggu dengan --silent atau --json
help-face = tampilkan jendela (“window”) atau pakai terminal (“terminal”)
help-menu = entri di menu aplikasi (dibuat kecuali dengan --no-menu)
help-desktop-shortcut = ikon di desktop (hanya jika diminta)
help-add-to-path = agar shell menemukan perintah: tambahkan foldernya ke PATH; diingat saat pembaruan
help-silent = hanya tampilkan galat, jangan bertanya
help-json = laporkan semuanya sebagai baris JSON
help-yes = jawab ya untuk pertanyaan sebelum penghapusan
help-anew = dengan repair: pasang ulang semuanya
help-remove-data = dengan uninstall: hapus juga folder data Anda ini; dapat diulang
help-remove-downloads = dengan uninstall: hapus juga unduhan
help-locale = pakai bahasa ini, misalnya id
help-log = tulis log
help-replay = tampilkan di jendela apa yang direkam --json; tidak ada yang dipasang
help-version = tampilkan versi program ini
help-help = tampilkan halaman ini
help-exit =
    Status keluar: 0 selesai atau tidak ada yang perlu dilakukan, 2 penggunaan, 10 jaringan,
    11 ditolak demi keamanan, 12 rilis lama ditolak, 13 tidak ada Python yang cocok,
    14 tidak ada wheel atau kompiler, 15 diska atau izin, 16 lingkungan, 17 sibuk,
    18 tidak terpasang, 19 rusak, 100 “check” menemukan pembaruan, 70 galat internal,
    130 dibatalkan.
