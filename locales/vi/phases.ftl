phase-verifying = Đang so sánh mọi tệp với bản đã cài đặt
phase-mending = Đang tìm và sửa những gì bị hỏng
phase-judging = Đang kiểm tra chữ ký
phase-planning = Đang tìm Python phù hợp
phase-fetching = Đang tải xuống
phase-building = Đang dựng các gói
phase-installing = Đang cài đặt các gói
phase-checking = Đang kiểm tra bản cài đặt
phase-activating = Đang chuyển sang phiên bản mới
phase-removing = Đang gỡ bỏ ứng dụng

action-install = Cài đặt { $name } { $version }
action-upgrade = Cập nhật { $name } từ { $installed } lên { $version }
action-upgrade-later = Chuẩn bị { $name } { $version } bên cạnh phiên bản đang chạy
action-go-back = Quay lại { $name } { $version }
action-repair = Sửa chữa { $name } { $version }
action-mend = Khắc phục { $name } { $version }
action-verify = So sánh { $name } { $version }
action-up-to-date = { $name } { $version } là phiên bản mới nhất
action-uninstall = Gỡ bỏ { $name } { $version }

waiting = Một lần cài đặt khác của ứng dụng này đang diễn ra; đợi tối đa { DURATION($left) } cho đến khi xong
running-process = { $program } (tiến trình { $pid })
removal-running = Đang chạy: { $programs }. Hãy đóng ứng dụng trước: khi không còn các tệp, những gì đang chạy có thể gặp lỗi.

progress-bytes = { BYTES($have) } / { BYTES($size) }
progress-bytes-speed = { BYTES($have) } / { BYTES($size) }, { BYTES($speed) }/giây
progress-bytes-left = { BYTES($have) } / { BYTES($size) }, { BYTES($speed) }/giây, còn khoảng { DURATION($left) }
progress-packages = { COUNT($done) } / { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } / { COUNT($total) }: { $package }, còn khoảng { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: lần thử { COUNT($attempt) } sau { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } / { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: lần thử { COUNT($attempt) }
waiting-network = đang đợi mạng
waiting-network-next = đang đợi mạng; thử lại sau { DURATION($wait) }

menu-manage = Cập nhật hoặc gỡ bỏ

finding-changed = { $path }: không còn như lúc cài đặt
finding-missing = { $path }: bị thiếu
finding-foreign = { $path }: không thuộc ứng dụng
finding-rights = { $path }: người được phép thay đổi hoặc sử dụng khác với lúc cài đặt
finding-launcher = { $path }: không khởi động ứng dụng
finding-pointer = { $path }: không dẫn đến phiên bản đã cài đặt
finding-python = { $path }: Python này đã mất hoặc nay là phiên bản khác
finding-record = { $path }: bản ghi cài đặt bị thiếu hoặc đã bị thay đổi
