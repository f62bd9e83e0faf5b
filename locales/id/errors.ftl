usage-unknown-command = Tidak ada perintah “{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] Lihat “{ $program } --help” untuk pilihan yang ada.
   *[other] Apakah maksud Anda “{ $suggestion }”? Lihat “{ $program } --help” untuk pilihan yang ada.
}
usage-two-commands = “{ $first }” dan “{ $second }” adalah dua perintah.
usage-two-commands-hint = Berikan satu perintah setiap kali, satu per satu.
usage-unknown-option = Tidak ada opsi “{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] Lihat “{ $program } --help” untuk pilihan yang ada.
   *[other] Apakah maksud Anda “{ $suggestion }”? Lihat “{ $program } --help” untuk pilihan yang ada.
}
usage-missing-value = Opsi “{ $option }” memerlukan nilai.
usage-missing-value-hint = Tulis nilainya sesudahnya: “{ $option } VALUE”. Lihat “{ $program } --help”.
usage-surplus-value = Opsi “{ $option }” tidak menerima nilai.
usage-surplus-value-hint = Tulis “{ $option }” saja. Lihat “{ $program } --help”.
usage-bad-value = “{ $value }” tidak sah untuk “{ $option }”.
usage-bad-value-hint = Lihat “{ $program } --help” untuk nilai yang diterima “{ $option }”.
usage-twice = Opsi “{ $option }” diberikan dua kali.
usage-twice-hint = Berikan sekali saja.
usage-conflict = “{ $option }” dan “{ $other }” tidak dapat dipakai bersama.
usage-conflict-hint = Hilangkan salah satunya.
usage-misplaced-option = Opsi “{ $option }” tidak berpengaruh pada perintah ini.
usage-misplaced-option-hint = Opsi ini untuk: { $commands }
usage-bad-profile = Profil aplikasi { $path } tidak dapat dipakai.
usage-bad-profile-hint = Folder harus berisi profile.toml dan root.json yang dapat dibaca. Minta salinan baru dari pemberinya.
usage-bad-certificates = { $path } tidak berisi sertifikat yang dapat dipakai.
usage-bad-certificates-hint = Sebutkan berkas sertifikat berformat PEM dengan --ca.
usage-no-certificates = Berkas otoritas sertifikat { $path } tidak dapat dibaca.
usage-no-certificates-hint = Periksa nama sesudah --ca: harus berupa berkas yang boleh Anda baca, dengan sertifikat berformat PEM.
usage-bad-proxy = { $host } tidak dapat dipakai sebagai proksi.
usage-bad-proxy-hint = Periksa nilai --proxy.
usage-no-home = Akun ini tidak memiliki folder beranda.
usage-no-home-hint = Atur HOME, atau jalankan sebagai pengguna yang memiliki folder beranda.
usage-no-such-data = { $path } bukan folder data aplikasi ini.
usage-no-such-data-hint = { $folders ->
    [none] Aplikasi ini tidak menyebutkan folder data, atau foldernya tidak ada.
   *[other] Berikan salah satu dari ini persis seperti tertulis: { $folders }
}
usage-no-consent = Penghapusan aplikasi perlu dikonfirmasi, dan di sini tidak ada yang dapat ditanya.
usage-no-consent-hint = Jalankan lagi dengan --yes jika aplikasi memang akan dihapus.
usage-no-face = Jendela tidak dapat dibuka, dan di sini tidak ada terminal untuk bertanya.
usage-no-face-hint = Jalankan di terminal: { $command }

repository-unreachable = { $place } tidak dapat dijangkau, atau tidak menjawab dengan benar (saat meminta { $file }).
repository-unreachable-hint = Periksa koneksi internet dan pengaturan proksi, lalu coba lagi. Tidak ada yang diubah.
repository-not-there = Tidak ada rilis di { $place }: { $file } tidak ditemukan.
repository-not-there-hint = Periksa alamatnya. Jika benar, beri tahu penerbit aplikasi.
repository-too-long = { $place } mengirim lebih dari { BYTES($limit) } yang diizinkan untuk { $file }.
repository-too-long-hint = Server, atau sesuatu di perjalanan, tidak dapat dipercaya. Coba jaringan lain, dan beri tahu penerbit jika terjadi lagi.
repository-offline = Rilis ada di { $place }, dan --offline melarang memeriksanya.
repository-offline-hint = Jalankan tanpa --offline, atau sebutkan folder rilis dengan --repository.

trust-expired = Tanda tangan penerbit untuk “{ $role }” berakhir pada { $expires }; jam komputer ini menunjukkan { $now }.
trust-expired-hint = Periksa tanggal dan waktu komputer ini. Jika benar, penerbit harus memperbarui tanda tangannya: beri tahu penerbit, dan coba lagi nanti.
trust-clock-behind = Tanda tangan penerbit untuk “{ $role }” berakhir pada { $expires }. Jam komputer ini menunjukkan { $now }, padahal saat program ini dibuat atau terakhir dijalankan adalah { $known }.
trust-clock-behind-hint = Periksa tanggal dan waktu komputer ini. Jika jam sebelumnya salah dan sekarang benar, hapus instalasi lalu pasang lagi.
trust-threshold = “{ $role }” ditandatangani oleh { COUNT($have) } dari { COUNT($need) } kunci yang diperlukan.
trust-threshold-hint = Jangan memasang dari sumber ini. Rilis telah diubah, atau belum cukup banyak penerbit yang menandatanganinya. Beri tahu penerbit.
trust-rollback = Server menawarkan versi { $offered } dari “{ $role }”, yang lebih lama daripada versi { $trusted } yang pernah dilihat.
trust-rollback-hint = Server, atau sesuatu di perjalanan, menampilkan keadaan lama. Coba jaringan atau mirror lain; jika masih terjadi, beri tahu penerbit.
trust-malformed = { $file } tidak seperti berkas penerbit yang semestinya.
trust-malformed-hint = Mungkin halaman masuk jaringan yang menjawab, bukan server: buka sembarang halaman web, masuk, lalu coba lagi. Jika masih terjadi, beri tahu penerbit.
trust-web-page = { $file } adalah halaman web, bukan berkas penerbit.
trust-web-page-hint = Jaringan ini mungkin meminta Anda masuk: buka sembarang halaman web, masuk, lalu coba lagi.
trust-inconsistent = Berkas-berkas penerbit tidak cocok satu sama lain, pada { $file }.
trust-inconsistent-hint = Mungkin rilis baru sedang dikirim ke server: coba lagi beberapa menit lagi. Jika masih terjadi, beri tahu penerbit.
trust-many-roots = Kunci penerbit berubah lebih dari { COUNT($limit) } kali sejak terakhir diperiksa komputer ini.
trust-many-roots-hint = Jalankan lagi: proses berlanjut dari sini.
trust-other-application = Ini rilis { $found }, bukan { $expected }.
trust-other-application-hint = Periksa alamat repositori. Jika benar, beri tahu penerbit.
trust-unsupported = { $file } memakai sesuatu yang tidak didukung program ini: { $feature }.
trust-unsupported-hint = Dapatkan pemasang terbaru dari penerbit.
trust-mismatch = { $file } bukan berkas yang ditandatangani penerbit.
trust-mismatch-hint = Berkas telah diubah atau rusak, dan tidak dipakai. Coba lagi, atau gunakan jaringan lain; jika masih terjadi, beri tahu penerbit.
trust-too-long = { $file } lebih panjang dari { BYTES($limit) } yang diizinkan.
trust-too-long-hint = Berkas tidak dipakai. Beri tahu penerbit.
trust-floor = Server menawarkan { $offered }, tetapi pemasang ini tidak menerima apa pun di bawah { $floor }.
trust-floor-hint = Server, atau sesuatu di perjalanan, menampilkan keadaan lama. Coba jaringan atau mirror lain; jika masih terjadi, beri tahu penerbit.
trust-newer-format = { $file } berformat { $format }; program ini membaca hingga { $supported }.
trust-newer-format-hint = Dapatkan pemasang terbaru dari penerbit.

plan-older = Versi { $installed } terpasang; versi lebih lama { $offered } tidak dipasang menimpanya.
plan-older-hint = Jika Anda menginginkan versi lama, hapus dahulu versi yang terpasang. Data Anda tetap ada.
plan-replaced = Versi { $version } diterbitkan ulang, dan server menawarkan yang lebih dahulu dari keduanya.
plan-replaced-hint = Server, atau sesuatu di perjalanan, menampilkan keadaan lama. Coba jaringan atau mirror lain; jika masih terjadi, beri tahu penerbit.
plan-below-floor = Versi { $offered } memiliki masalah keamanan yang diketahui; penerbit tidak lagi menerima apa pun di bawah { $floor }.
plan-below-floor-hint = Gunakan versi yang lebih baru. Jika tidak ada, beri tahu penerbit.
plan-not-installed = Aplikasi tidak terpasang di sini.
plan-not-installed-hint = Pasang dahulu, atau sebutkan foldernya dengan --prefix.
    .window = Pasang dahulu.
plan-no-previous = Tidak ada versi sebelumnya untuk kembali.
plan-no-previous-hint = Satu versi sebelumnya disimpan setelah setiap pembaruan, dan hanya satu. Yang terpasang tetap seperti semula.
plan-other-application = Folder ini berisi { $installed }; { $offered } tidak dapat dipasang di sana.
plan-other-application-hint = Pilih folder lain dengan --prefix.
    .window = Pilih folder lain.
plan-no-python = Python yang cocok tidak ditemukan. Diperlukan: { $needed }.
plan-no-python-hint = Pasang Python tersebut dari python.org atau dengan manajer paket sistem, atau sebutkan dengan --python.
    .window = Pasang Python tersebut dari python.org atau dengan manajer paket sistem.
plan-other-python = { $asked } diminta, tetapi tidak dapat dipakai. Diperlukan: { $needed }.
plan-other-python-hint = Sebutkan Python lain dengan --python, atau hilangkan opsinya agar Python yang cocok dicari. Detail menunjukkan apa yang ditemukan.
plan-no-wheel = Tidak ada paket siap pakai untuk komputer ini ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Coba Python lain dengan --python. Jika tidak berhasil, minta penerbit mendukung komputer ini.
    .window = Pasang versi Python lain. Jika tidak berhasil, minta penerbit mendukung komputer ini.
plan-no-compiler = Paket berikut harus dibangun di komputer ini, tetapi tidak ditemukan kompiler C yang berfungsi beserta header Python: { $packages }.
plan-no-compiler-hint = Pasang kompiler C dan berkas pengembangan Python (di Debian: build-essential dan python3-dev), atau coba Python lain dengan --python.
    .window = Pasang kompiler C dan berkas pengembangan Python (di Debian: build-essential dan python3-dev).
plan-bad-lock = Isi rilis saling bertentangan tentang paket { $package }.
plan-bad-lock-hint = Ini kesalahan penerbit: beri tahu penerbit. Tidak ada yang diubah.

fetch-unreachable = { $artifact } tidak dapat diunduh: { $host } tidak dapat dijangkau.
fetch-unreachable-hint = Periksa koneksi internet dan pengaturan proksi, lalu jalankan lagi: yang sudah ada tetap disimpan.
fetch-server = { $artifact } tidak dapat diunduh: { $host } menjawab dengan galat { $status }.
fetch-server-hint = Coba lagi nanti: yang sudah ada tetap disimpan.
fetch-not-found = { $artifact } tidak ada di tempat mana pun yang semestinya.
fetch-not-found-hint = Jika Anda menyebutkan indeks, mirror, atau folder, pastikan berkasnya ada di sana. Jika tidak, beri tahu penerbit.
fetch-cut = Koneksi terputus saat { $artifact } diterima: { BYTES($have) } dari { BYTES($size) } sudah ada.
fetch-cut-hint = Jalankan lagi: unduhan berlanjut dari tempat berhenti.
fetch-short = { $artifact } berakhir terlalu cepat: { BYTES($have) }, bukan { BYTES($size) }.
fetch-short-hint = Server atau proksi mengirim berkas yang tidak lengkap. Jalankan lagi, atau gunakan jaringan atau mirror lain.
fetch-too-long = { $artifact } lebih panjang dari { BYTES($size) } yang ditandatangani penerbit.
fetch-too-long-hint = Berkas tidak dipakai. Coba jaringan atau mirror lain; jika masih terjadi, beri tahu penerbit.
fetch-wrong-hash = { $artifact } dari { $host } bukan berkas yang ditandatangani penerbit.
fetch-wrong-hash-hint = Berkas diubah atau rusak di perjalanan dan tidak dipakai. Coba jaringan atau mirror lain; jika masih terjadi, beri tahu penerbit.
fetch-login-page = { $host } menjawab dengan halaman web, bukan berkas.
fetch-login-page-hint = Jaringan ini mungkin meminta Anda masuk: buka sembarang halaman web, masuk, lalu jalankan lagi.
fetch-slow = { $host } mengirim { $artifact } terlalu lambat.
fetch-slow-hint = Jalankan lagi nanti atau di jaringan lain: unduhan berlanjut dari tempat berhenti.
fetch-redirect = { $host } mengalihkan unduhan { $artifact } berputar-putar atau ke tempat yang tidak aman.
fetch-redirect-hint = Coba jaringan atau mirror lain; jika masih terjadi, beri tahu penerbit.
fetch-confused = Jawaban { $host } untuk { $artifact } tidak masuk akal.
fetch-confused-hint = Coba lagi nanti, atau gunakan mirror atau indeks lain.
fetch-tls = { $issuer ->
    [unknown] Koneksi ke { $host } tidak aman: komputer ini tidak memercayai sertifikatnya.
   *[other] Koneksi ke { $host } tidak aman: sertifikatnya diterbitkan oleh { $issuer }, yang tidak dipercaya komputer ini.
}
fetch-tls-hint = Di perusahaan, jaringan mungkin memeriksa koneksi: tanyakan otoritas sertifikatnya dan sebutkan berkasnya dengan --ca. Di tempat lain, gunakan jaringan lain.
    .window = Di perusahaan, jaringan mungkin memeriksa koneksi: minta orang yang mengurus komputer ini agar komputer ini memercayai otoritas sertifikat perusahaan. Di tempat lain, gunakan jaringan lain.
fetch-proxy = { $proxy ->
    [unknown] Proksi menuju { $host } meminta nama dan kata sandi, atau menolak yang diberikan.
   *[other] Proksi { $proxy } meminta nama dan kata sandi, atau menolak yang diberikan.
}
fetch-proxy-hint = Berikan dengan --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = Proksi { $proxy } tidak dapat dijangkau, jadi { $host } tidak dapat dihubungi.
fetch-proxy-unreachable-hint = Periksa nama dan porta proksi: sesudah --proxy, di variabel http_proxy dan https_proxy, atau di pengaturan sistem. Yang sudah ada tetap disimpan.
    .window = Periksa nama dan porta proksi: di variabel http_proxy dan https_proxy, atau di pengaturan sistem. Yang sudah ada tetap disimpan.
fetch-login = { $host } meminta nama dan kata sandi, atau menolak yang diberikan.
fetch-login-hint = Berikan di dalam alamat, https://NAME:PASSWORD@HOST/…, di tempat Anda menyebutkannya: --index-url, --mirror, atau --repository. Jika Anda tidak menyebutkan alamat, beri tahu penerbit.
    .window = Berikan di dalam alamat, https://NAME:PASSWORD@HOST/…, di tempat Anda menyebutkannya. Jika Anda tidak menyebutkan alamat, beri tahu penerbit.
fetch-offline = { COUNT($count) } berkas tidak ada, dan --offline melarang mengunduhnya: { $artifacts }
fetch-offline-hint = Letakkan berkas di sebuah folder dan sebutkan dengan --find-links, atau jalankan tanpa --offline.

disk-full = Ruang di { $folder } tidak cukup.
disk-full-hint = Kosongkan ruang, atau pilih folder lain: dengan --prefix untuk aplikasi, dengan variabel XDG_CACHE_HOME untuk unduhan. Yang sudah diunduh tetap disimpan.
    .window = Kosongkan ruang. Yang sudah diunduh tetap disimpan.
disk-no-room = Diperlukan { BYTES($needed) } di { $folder }, dan hanya { BYTES($free) } yang kosong.
disk-no-room-hint = Kosongkan ruang, atau pilih folder lain: dengan --prefix untuk aplikasi, dengan variabel XDG_CACHE_HOME untuk unduhan. Yang sudah diunduh tetap disimpan.
    .window = Kosongkan ruang. Yang sudah diunduh tetap disimpan.
disk-rights = { $path } tidak boleh ditulisi.
disk-rights-hint = Ubah izinnya, atau pilih folder lain dengan --prefix. Hak administrator tidak diperlukan.
    .window = Ubah izinnya. Hak administrator tidak diperlukan.
disk-foreign-home = Folder beranda { $path } milik akun lain, bukan akun yang menjalankan ini. Tidak ada yang ditulis di sana.
disk-foreign-home-hint = Jalankan tanpa sudo; hak administrator tidak diperlukan. Untuk memasang bagi akun ini sendiri, gunakan sudo -H.
disk-name = { $path } tidak dapat dibuat: namanya terlalu panjang, atau berisi karakter yang tidak diizinkan.
disk-name-hint = Pilih folder bernama lebih pendek, dekat akar diska, dengan --prefix.
    .window = Pilih folder bernama lebih pendek, dekat akar diska.
disk-no-rename = Berkas di { $folder } tidak dapat diganti namanya.
disk-no-rename-hint = Pilih folder di diska lain: dengan --prefix untuk aplikasi, dengan variabel XDG_CACHE_HOME untuk unduhan.
    .window = Pilih folder di diska lain (dengan variabel XDG_CACHE_HOME untuk unduhan).
disk-no-links = { $folder } tidak mendukung taut simbolik, dan aplikasi memerlukannya.
disk-no-links-hint = Pilih folder di diska lain dengan --prefix; diska USB dan jaringan sering tidak mendukung taut.
    .window = Pilih folder di diska lain; diska USB dan jaringan sering tidak mendukung taut.
disk-no-locks = Berkas di { $folder } tidak dapat dikunci, sehingga dua pemasangan bisa saling mengganggu.
disk-no-locks-hint = Pilih folder di diska komputer ini sendiri: dengan --prefix untuk aplikasi, dengan variabel XDG_CACHE_HOME untuk unduhan.
    .window = Pilih folder di diska komputer ini sendiri (dengan variabel XDG_CACHE_HOME untuk unduhan).
disk-no-execution = Program di { $folder } tidak boleh dijalankan, jadi aplikasi tidak dapat berjalan di sana.
disk-no-execution-hint = Pilih folder tempat program boleh berjalan, dengan --prefix.
    .window = Pilih folder tempat program boleh berjalan.
disk-no-room-for-files = Sekitar { COUNT($needed) } berkas akan dibuat di { $folder }, dan diska hanya punya tempat untuk { COUNT($free) } lagi.
disk-no-room-for-files-hint = Hapus berkas di sana, atau pilih folder di diska lain dengan --prefix.
    .window = Hapus berkas di sana, atau pilih folder di diska lain.
disk-path-too-long = Lokasi { $folder } terlalu panjang: paling banyak { COUNT($most) } karakter, agar berkas di dalamnya dapat diberi nama.
disk-path-too-long-hint = Pilih folder dengan lokasi lebih pendek dengan --prefix.
    .window = Pilih folder dengan lokasi lebih pendek.
disk-names-too-short = Nama berkas di { $folder } hanya boleh { COUNT($most) } karakter; diperlukan { COUNT($needed) }. Folder terenkripsi sering begitu.
disk-names-too-short-hint = Pilih folder lain untuk unduhan dengan variabel XDG_CACHE_HOME.
disk-other = { $path } tidak dapat dibaca atau ditulisi.
disk-other-hint = Lihat pesan sistem di detail. Periksa apakah ada hal lain di sana atau sedang dipakai, lalu coba lagi; di Windows, mungkin pemindai virus sedang menahan berkasnya.

limit-open-files = Akun ini hanya boleh membuka { COUNT($limit) } berkas sekaligus; diperlukan { COUNT($needed) }.
limit-open-files-hint = Naikkan batasnya (“ulimit -n”), atau tanyakan kepada pengelola komputer ini.
limit-file-size = Akun ini hanya boleh menulis berkas hingga { BYTES($limit) }; diperlukan { BYTES($needed) }.
limit-file-size-hint = Naikkan batasnya (“ulimit -f”), atau tanyakan kepada pengelola komputer ini.

environment-runtime = Python yang dibawa rilis tidak dapat dibongkar atau tidak berjalan.
environment-runtime-hint = Pasang Python dari python.org dan sebutkan dengan --python, serta beri tahu penerbit.
    .window = Pasang Python dari python.org, serta beri tahu penerbit.
environment-create = Python tidak dapat membuat lingkungan untuk aplikasi.
environment-create-hint = Detail menunjukkan sebabnya. Coba Python lain dengan --python, atau folder lain dengan --prefix.
    .window = Detail menunjukkan sebabnya. Pilih folder lain, atau pasang versi Python lain.
environment-start = { $program } tidak dapat dijalankan.
environment-start-hint = Detail menunjukkan sebabnya. Mungkin program dilarang di folder itu: pilih folder lain dengan --prefix.
    .window = Detail menunjukkan sebabnya. Mungkin program dilarang di folder itu: pilih folder lain.
environment-wheel-refused = { $wheel } berisi sesuatu yang tidak boleh ada dalam paket, dan tidak dipasang.
environment-wheel-refused-hint = Detail menunjukkan apa itu. Beri tahu penerbit. Tidak ada yang diubah.
environment-pip = Paket tidak dapat dipasang.
environment-pip-hint = Detail memuat pesan dari pip. Tidak ada yang diubah; beri tahu penerbit jika terjadi lagi.
environment-pip-python = pip dari rilis ({ $pip }) tidak berjalan pada Python { $python }.
environment-pip-python-hint = Sebutkan Python lain dengan --python, dan beri tahu penerbit.
    .window = Pasang versi Python lain, dan beri tahu penerbit.
environment-hash = Ada paket yang bukan paket yang ditandatangani penerbit; pip menolaknya.
environment-hash-hint = Diska, atau program lain, mengubah berkas. Tidak ada yang dialihkan; coba lagi.
environment-build = { $package } tidak dapat dibangun di komputer ini.
environment-build-hint = Detail memuat pesan pembangunan; sering kali berkas pengembangan suatu pustaka tidak ada. Python lain mungkin punya paket siap pakai: coba --python.
    .window = Detail memuat pesan pembangunan; sering kali berkas pengembangan suatu pustaka tidak ada. Python lain mungkin punya paket siap pakai.
environment-no-headers = { $package } harus dibangun di komputer ini, tetapi { $python } tidak punya header C.
environment-no-headers-hint = Pasang berkas pengembangan Python (di Debian: python3-dev), atau coba Python lain dengan --python.
    .window = Pasang berkas pengembangan Python (di Debian: python3-dev).
environment-no-command = Rilis tidak memiliki perintah “{ $command }”, meskipun menyatakan demikian.
environment-no-command-hint = Ini kesalahan penerbit: beri tahu penerbit. Tidak ada yang dialihkan.
environment-changed = Setelah pemasangan, { $path } tidak seperti seharusnya.
environment-changed-hint = Diska, atau program lain (pemindai virus?), mengubah berkas. Tidak ada yang dialihkan; coba lagi.
environment-check = Paket-paket yang terpasang tidak cocok satu sama lain.
environment-check-hint = Ini kesalahan dalam rilis: beri tahu penerbit. Tidak ada yang dialihkan.
environment-smoke-test = Aplikasi yang baru dipasang tidak dapat dimulai.
environment-smoke-test-hint = Detail memuat pesan aplikasi. Tidak ada yang dialihkan; beri tahu penerbit.
environment-time = Satu langkah pemasangan terlalu lama dan dihentikan.
environment-time-hint = Coba lagi saat komputer tidak terlalu sibuk. Tidak ada yang dialihkan.

activate-launcher-taken = { $path } milik sesuatu yang lain dan tidak ditimpa.
activate-launcher-taken-hint = Pindahkan atau hapus, lalu jalankan lagi.
activate-unsafe = { $path } adalah taut, milik orang lain, atau dapat ditulisi orang lain. Tidak dipakai.
activate-unsafe-hint = Cabut izin menulis bagi yang lain (chmod go-w), hapus, atau pilih folder lain: dengan --prefix untuk aplikasi, dengan variabel XDG_CACHE_HOME untuk unduhan.
    .window = Cabut izin menulis bagi yang lain (chmod go-w), hapus, atau pilih folder lain (dengan variabel XDG_CACHE_HOME untuk unduhan).
activate-anothers = Pemasangan di { $folder } milik akun lain: { $owner }.
activate-anothers-hint = Hanya akun itu yang dapat mengubah atau menghapusnya. Pilih folder lain dengan --prefix.
    .window = Hanya akun itu yang dapat mengubah atau menghapusnya. Pilih folder lain.
activate-damaged-receipt = { $path } rusak, sehingga tidak diketahui apa saja yang termasuk pemasangan.
activate-damaged-receipt-hint = Jalankan program ini tanpa perintah: aplikasi dipasang ulang dan berkas itu ditulis lagi. Setelah itu hapus aplikasinya.
activate-foreign = { $path } sudah ada sebelumnya dan bukan bagian dari pemasangan; dibiarkan apa adanya.
activate-foreign-hint = Pilih folder lain dengan --prefix, atau pindahkan lalu jalankan lagi.
    .window = Pilih folder lain, atau pindahkan lalu jalankan lagi.
activate-previous-gone = Versi { $version }, yang disimpan untuk kembali, tidak dapat dimulai lagi: berkas atau Python-nya sudah tidak ada.
activate-previous-gone-hint = Tetap gunakan versi yang terpasang; versi itu tidak disentuh.
activate-newer-receipt = { $path } ditulis oleh pemasang yang lebih baru.
activate-newer-receipt-hint = Gunakan pemasang itu, atau dapatkan yang terbaru dari penerbit.

verify-damaged = Yang terpasang tidak seperti seharusnya, di { COUNT($count) } tempat.
verify-damaged-hint = Jalankan “{ $command }”: yang rusak diperbaiki dan data Anda tidak disentuh.
    .window = Jalankan “{ window-repair }”: yang rusak diperbaiki dan data Anda tidak disentuh.
verify-damaged-anothers = Yang terpasang tidak seperti seharusnya, di { COUNT($count) } tempat.
verify-damaged-anothers-hint = Hanya akun pemiliknya yang dapat memperbaikinya: { $owner }.
uninstall-declined = Tidak ada yang dihapus.
uninstall-declined-hint = Aplikasi tetap seperti semula. Untuk menghapusnya, jalankan lagi dan jawab ya.
uninstall-mounted = Drive lain terpasang di { $path }, jadi folder data yang memuatnya tidak dihapus.
uninstall-mounted-hint = Lepaskan drive itu dahulu, atau hapus aplikasi tanpa folder ini.

busy = Pemasangan lain sedang berlangsung di { $folder }.
busy-hint = Tunggu sampai selesai, lalu jalankan lagi; --wait SECONDS menunggu secara otomatis.
    .window = Tunggu sampai selesai, lalu jalankan lagi.
cancelled = Dibatalkan. Yang terpasang sebelumnya tetap seperti semula.
cancelled-hint = Jalankan lagi kapan saja. Yang sudah diunduh tetap disimpan.
internal = Ada yang salah di dalam program ini.
internal-hint = Ini kesalahan kami. Silakan laporkan beserta detailnya.

log-unwritable = Log { $path } tidak dapat ditulis.
log-unwritable-hint = Sebutkan berkas di folder yang boleh Anda tulisi, atau hilangkan --log.
