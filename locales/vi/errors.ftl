usage-unknown-command = Không có lệnh “{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] Xem “{ $program } --help” để biết những gì có thể dùng.
   *[other] Có phải ý bạn là “{ $suggestion }”? Xem “{ $program } --help” để biết những gì có thể dùng.
}
usage-two-commands = “{ $first }” và “{ $second }” là hai lệnh.
usage-two-commands-hint = Hãy dùng mỗi lần một lệnh, chạy lần lượt.
usage-unknown-option = Không có tùy chọn “{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] Xem “{ $program } --help” để biết những gì có thể dùng.
   *[other] Có phải ý bạn là “{ $suggestion }”? Xem “{ $program } --help” để biết những gì có thể dùng.
}
usage-missing-value = Tùy chọn “{ $option }” cần một giá trị.
usage-missing-value-hint = Hãy viết giá trị phía sau: “{ $option } VALUE”. Xem “{ $program } --help”.
usage-surplus-value = Tùy chọn “{ $option }” không nhận giá trị.
usage-surplus-value-hint = Chỉ viết “{ $option }”. Xem “{ $program } --help”.
usage-bad-value = “{ $value }” không hợp lệ với “{ $option }”.
usage-bad-value-hint = Xem “{ $program } --help” để biết giá trị mà “{ $option }” chấp nhận.
usage-twice = Tùy chọn “{ $option }” được dùng hai lần.
usage-twice-hint = Chỉ dùng một lần.
usage-conflict = Không thể dùng “{ $option }” cùng với “{ $other }”.
usage-conflict-hint = Hãy bỏ bớt một trong hai.
usage-misplaced-option = Tùy chọn “{ $option }” không có tác dụng với lệnh này.
usage-misplaced-option-hint = Tùy chọn này dùng với: { $commands }
usage-bad-profile = Không thể dùng hồ sơ ứng dụng { $path }.
usage-bad-profile-hint = Thư mục phải chứa profile.toml và root.json đọc được. Hãy xin bản mới từ người đã đưa cho bạn.
usage-bad-certificates = { $path } không có chứng chỉ nào dùng được.
usage-bad-certificates-hint = Dùng --ca để chỉ ra tệp chứng chỉ ở dạng PEM.
usage-no-certificates = Không đọc được tệp tổ chức chứng thực { $path }.
usage-no-certificates-hint = Kiểm tra tên sau --ca: phải là tệp bạn được phép đọc, chứa chứng chỉ ở dạng PEM.
usage-bad-proxy = Không thể dùng { $host } làm proxy.
usage-bad-proxy-hint = Kiểm tra giá trị của --proxy.
usage-no-home = Tài khoản này không có thư mục cá nhân.
usage-no-home-hint = Hãy đặt HOME, hoặc chạy bằng tài khoản có thư mục cá nhân.
usage-no-such-data = { $path } không phải là thư mục dữ liệu của ứng dụng này.
usage-no-such-data-hint = { $folders ->
    [none] Ứng dụng này không khai báo thư mục dữ liệu nào, hoặc thư mục đó không tồn tại.
   *[other] Hãy nhập chính xác một trong các thư mục sau: { $folders }
}
usage-no-consent = Việc gỡ bỏ ứng dụng cần được xác nhận, nhưng không thể hỏi ai ở đây.
usage-no-consent-hint = Hãy chạy lại với --yes nếu muốn gỡ bỏ ứng dụng.
usage-no-face = Không mở được cửa sổ, và ở đây không có cửa sổ dòng lệnh để hỏi.
usage-no-face-hint = Hãy chạy trong cửa sổ dòng lệnh: { $command }

repository-unreachable = Không kết nối được với { $place }, hoặc máy chủ trả lời không đúng (khi yêu cầu { $file }).
repository-unreachable-hint = Kiểm tra kết nối Internet và thiết lập proxy, rồi thử lại. Chưa có gì thay đổi.
repository-not-there = Không có bản phát hành nào ở { $place }: thiếu { $file }.
repository-not-there-hint = Kiểm tra địa chỉ. Nếu địa chỉ đúng, hãy báo cho nhà phát hành ứng dụng.
repository-too-long = { $place } đã gửi nhiều hơn { BYTES($limit) } cho phép của { $file }.
repository-too-long-hint = Không thể tin cậy máy chủ, hoặc thứ gì đó trên đường truyền. Hãy thử mạng khác, và báo cho nhà phát hành nếu lại xảy ra.
repository-offline = Các bản phát hành nằm ở { $place }, nhưng --offline không cho phép truy cập.
repository-offline-hint = Chạy mà không dùng --offline, hoặc chỉ ra thư mục bản phát hành bằng --repository.

trust-expired = Chữ ký của nhà phát hành cho “{ $role }” đã hết hạn ngày { $expires }; đồng hồ máy tính này chỉ { $now }.
trust-expired-hint = Kiểm tra ngày giờ của máy tính này. Nếu đúng, nhà phát hành cần gia hạn chữ ký: hãy báo cho họ và thử lại sau.
trust-clock-behind = Chữ ký của nhà phát hành cho “{ $role }” đã hết hạn ngày { $expires }. Đồng hồ máy tính này chỉ { $now }, nhưng lúc chương trình này được tạo hoặc chạy lần cuối là { $known }.
trust-clock-behind-hint = Kiểm tra ngày giờ của máy tính này. Nếu trước đây đồng hồ sai và nay đã đúng, hãy gỡ cài đặt rồi cài đặt lại.
trust-threshold = “{ $role }” chỉ được ký bằng { COUNT($have) } trong { COUNT($need) } khóa cần thiết.
trust-threshold-hint = Đừng cài đặt từ nguồn này. Bản phát hành đã bị thay đổi, hoặc chưa đủ người phát hành ký. Hãy báo cho nhà phát hành.
trust-rollback = Máy chủ cung cấp phiên bản { $offered } của “{ $role }”, cũ hơn phiên bản { $trusted } đã thấy trước đây.
trust-rollback-hint = Máy chủ, hoặc thứ gì đó trên đường truyền, đang đưa ra trạng thái cũ. Hãy thử mạng hoặc máy chủ bản sao khác; nếu vẫn vậy, hãy báo cho nhà phát hành.
trust-malformed = { $file } không đúng dạng tệp của nhà phát hành.
trust-malformed-hint = Có thể trang đăng nhập của mạng đã trả lời thay cho máy chủ: hãy mở một trang web bất kỳ, đăng nhập rồi thử lại. Nếu vẫn vậy, hãy báo cho nhà phát hành.
trust-web-page = { $file } là một trang web chứ không phải tệp của nhà phát hành.
trust-web-page-hint = Có lẽ mạng này yêu cầu đăng nhập: hãy mở một trang web bất kỳ, đăng nhập rồi thử lại.
trust-inconsistent = Các tệp của nhà phát hành không khớp nhau, tại { $file }.
trust-inconsistent-hint = Có thể một bản phát hành mới đang được đưa lên máy chủ: hãy thử lại sau vài phút. Nếu vẫn vậy, hãy báo cho nhà phát hành.
trust-many-roots = Khóa của nhà phát hành đã thay đổi hơn { COUNT($limit) } lần kể từ lần kiểm tra trước của máy tính này.
trust-many-roots-hint = Hãy chạy lại: quá trình sẽ tiếp tục từ đây.
trust-other-application = Đây là bản phát hành của { $found }, không phải của { $expected }.
trust-other-application-hint = Kiểm tra địa chỉ kho phát hành. Nếu địa chỉ đúng, hãy báo cho nhà phát hành.
trust-unsupported = { $file } dùng tính năng mà chương trình này không hỗ trợ: { $feature }.
trust-unsupported-hint = Hãy lấy trình cài đặt mới nhất từ nhà phát hành.
trust-mismatch = { $file } không phải là tệp mà nhà phát hành đã ký.
trust-mismatch-hint = Tệp đã bị thay đổi hoặc hỏng, và không được sử dụng. Hãy thử lại hoặc thử mạng khác; nếu vẫn vậy, hãy báo cho nhà phát hành.
trust-too-long = { $file } dài hơn mức cho phép { BYTES($limit) }.
trust-too-long-hint = Tệp không được sử dụng. Hãy báo cho nhà phát hành.
trust-floor = Máy chủ cung cấp { $offered }, nhưng trình cài đặt này không chấp nhận phiên bản thấp hơn { $floor }.
trust-floor-hint = Máy chủ, hoặc thứ gì đó trên đường truyền, đang đưa ra trạng thái cũ. Hãy thử mạng hoặc máy chủ bản sao khác; nếu vẫn vậy, hãy báo cho nhà phát hành.
trust-newer-format = { $file } có định dạng { $format }; chương trình này chỉ đọc được đến { $supported }.
trust-newer-format-hint = Hãy lấy trình cài đặt mới nhất từ nhà phát hành.

plan-older = Đã cài đặt phiên bản { $installed }; phiên bản cũ hơn { $offered } không được ghi đè lên.
plan-older-hint = Nếu muốn phiên bản cũ hơn, hãy gỡ bỏ phiên bản đã cài đặt trước. Dữ liệu của bạn được giữ lại.
plan-replaced = Phiên bản { $version } đã được phát hành lại, nhưng máy chủ cung cấp bản trước trong hai bản.
plan-replaced-hint = Máy chủ, hoặc thứ gì đó trên đường truyền, đang đưa ra trạng thái cũ. Hãy thử mạng hoặc máy chủ bản sao khác; nếu vẫn vậy, hãy báo cho nhà phát hành.
plan-below-floor = Phiên bản { $offered } có vấn đề bảo mật đã biết; nhà phát hành không còn chấp nhận phiên bản thấp hơn { $floor }.
plan-below-floor-hint = Hãy dùng phiên bản mới hơn. Nếu không có, hãy báo cho nhà phát hành.
plan-not-installed = Ứng dụng chưa được cài đặt ở đây.
plan-not-installed-hint = Hãy cài đặt trước, hoặc chỉ ra thư mục của ứng dụng bằng --prefix.
    .window = Hãy cài đặt trước.
plan-no-previous = Không có phiên bản trước nào để quay lại.
plan-no-previous-hint = Sau mỗi lần cập nhật, chỉ một phiên bản trước được giữ lại. Những gì đã cài đặt vẫn giữ nguyên.
plan-other-application = Thư mục này chứa { $installed }; không thể cài đặt { $offered } vào đó.
plan-other-application-hint = Hãy chọn thư mục khác bằng --prefix.
    .window = Hãy chọn thư mục khác.
plan-no-python = Không tìm thấy Python phù hợp. Cần: { $needed }.
plan-no-python-hint = Hãy cài đặt Python như vậy từ python.org hoặc bằng trình quản lý gói của hệ thống, hoặc chỉ ra bằng --python.
    .window = Hãy cài đặt Python như vậy từ python.org hoặc bằng trình quản lý gói của hệ thống.
plan-other-python = { $asked } được yêu cầu nhưng không dùng được. Cần: { $needed }.
plan-other-python-hint = Hãy chỉ ra Python khác bằng --python, hoặc bỏ tùy chọn này để tự động tìm Python phù hợp. Phần chi tiết cho biết những gì đã tìm thấy.
plan-no-wheel = Không có gói dựng sẵn cho máy tính này ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Hãy thử Python khác bằng --python. Nếu không được, hãy đề nghị nhà phát hành hỗ trợ máy tính này.
    .window = Hãy cài đặt phiên bản Python khác. Nếu không được, hãy đề nghị nhà phát hành hỗ trợ máy tính này.
plan-no-compiler = Các gói sau phải được dựng trên máy tính này, nhưng không tìm thấy trình biên dịch C hoạt động cùng các tệp tiêu đề của Python: { $packages }.
plan-no-compiler-hint = Hãy cài đặt trình biên dịch C và các tệp phát triển của Python (trên Debian: build-essential và python3-dev), hoặc thử Python khác bằng --python.
    .window = Hãy cài đặt trình biên dịch C và các tệp phát triển của Python (trên Debian: build-essential và python3-dev).
plan-bad-lock = Bản phát hành tự mâu thuẫn về gói { $package }.
plan-bad-lock-hint = Đây là lỗi của nhà phát hành: hãy báo cho họ. Chưa có gì thay đổi.

fetch-unreachable = Không tải được { $artifact }: không kết nối được với { $host }.
fetch-unreachable-hint = Kiểm tra kết nối Internet và thiết lập proxy, rồi chạy lại: những gì đã có được giữ lại.
fetch-server = Không tải được { $artifact }: { $host } trả về lỗi { $status }.
fetch-server-hint = Hãy thử lại sau: những gì đã có được giữ lại.
fetch-not-found = { $artifact } không có ở bất kỳ nơi nào đáng lẽ phải có.
fetch-not-found-hint = Nếu bạn đã chỉ ra chỉ mục, máy chủ bản sao hoặc thư mục, hãy chắc chắn rằng tệp có ở đó. Nếu không, hãy báo cho nhà phát hành.
fetch-cut = Kết nối bị ngắt khi đang nhận { $artifact }: đã có { BYTES($have) } trong { BYTES($size) }.
fetch-cut-hint = Hãy chạy lại: việc tải xuống tiếp tục từ chỗ đã dừng.
fetch-short = { $artifact } kết thúc quá sớm: { BYTES($have) } thay vì { BYTES($size) }.
fetch-short-hint = Máy chủ hoặc proxy gửi tệp không đầy đủ. Hãy chạy lại, hoặc dùng mạng hay máy chủ bản sao khác.
fetch-too-long = { $artifact } dài hơn { BYTES($size) } mà nhà phát hành đã ký.
fetch-too-long-hint = Tệp không được sử dụng. Hãy thử mạng hoặc máy chủ bản sao khác; nếu vẫn vậy, hãy báo cho nhà phát hành.
fetch-wrong-hash = { $artifact } từ { $host } không phải là tệp mà nhà phát hành đã ký.
fetch-wrong-hash-hint = Tệp đã bị thay đổi hoặc hỏng trên đường truyền và không được sử dụng. Hãy thử mạng hoặc máy chủ bản sao khác; nếu vẫn vậy, hãy báo cho nhà phát hành.
fetch-login-page = { $host } trả về một trang web thay vì tệp.
fetch-login-page-hint = Có lẽ mạng này yêu cầu đăng nhập: hãy mở một trang web bất kỳ, đăng nhập rồi chạy lại.
fetch-slow = { $host } gửi { $artifact } quá chậm.
fetch-slow-hint = Hãy chạy lại sau hoặc trên mạng khác: việc tải xuống tiếp tục từ chỗ đã dừng.
fetch-redirect = { $host } chuyển hướng việc tải { $artifact } vòng quanh hoặc đến nơi không an toàn.
fetch-redirect-hint = Hãy thử mạng hoặc máy chủ bản sao khác; nếu vẫn vậy, hãy báo cho nhà phát hành.
fetch-confused = { $host } trả lời không hợp lệ cho { $artifact }.
fetch-confused-hint = Hãy thử lại sau, hoặc thử máy chủ bản sao hay chỉ mục khác.
fetch-tls = { $issuer ->
    [unknown] Kết nối đến { $host } không an toàn: máy tính này không tin cậy chứng chỉ của máy chủ đó.
   *[other] Kết nối đến { $host } không an toàn: chứng chỉ do { $issuer } cấp, mà máy tính này không tin cậy.
}
fetch-tls-hint = Trong công ty, mạng có thể kiểm tra các kết nối: hãy hỏi về tổ chức chứng thực của mạng và chỉ ra tệp bằng --ca. Ở nơi khác, hãy dùng mạng khác.
    .window = Trong công ty, mạng có thể kiểm tra các kết nối: hãy nhờ người quản lý máy tính này cho máy tin cậy tổ chức chứng thực của công ty. Ở nơi khác, hãy dùng mạng khác.
fetch-proxy = { $proxy ->
    [unknown] Proxy trên đường đến { $host } yêu cầu tên và mật khẩu, hoặc từ chối thông tin đã cung cấp.
   *[other] Proxy { $proxy } yêu cầu tên và mật khẩu, hoặc từ chối thông tin đã cung cấp.
}
fetch-proxy-hint = Hãy cung cấp bằng --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = Không kết nối được với proxy { $proxy }, nên không thể truy cập { $host }.
fetch-proxy-unreachable-hint = Kiểm tra tên và cổng của proxy: sau --proxy, trong các biến http_proxy và https_proxy, hoặc trong thiết lập hệ thống. Những gì đã có được giữ lại.
    .window = Kiểm tra tên và cổng của proxy: trong các biến http_proxy và https_proxy, hoặc trong thiết lập hệ thống. Những gì đã có được giữ lại.
fetch-login = { $host } yêu cầu tên và mật khẩu, hoặc từ chối thông tin đã cung cấp.
fetch-login-hint = Hãy đưa vào địa chỉ, https://NAME:PASSWORD@HOST/…, tại nơi bạn đã chỉ ra: --index-url, --mirror hoặc --repository. Nếu bạn không chỉ ra địa chỉ nào, hãy báo cho nhà phát hành.
    .window = Hãy đưa vào địa chỉ, https://NAME:PASSWORD@HOST/…, tại nơi bạn đã chỉ ra. Nếu bạn không chỉ ra địa chỉ nào, hãy báo cho nhà phát hành.
fetch-offline = Thiếu { COUNT($count) } tệp, mà --offline không cho phép tải xuống: { $artifacts }
fetch-offline-hint = Hãy đặt các tệp vào một thư mục và chỉ ra bằng --find-links, hoặc chạy mà không dùng --offline.

disk-full = Không đủ chỗ trống trong { $folder }.
disk-full-hint = Hãy giải phóng chỗ trống, hoặc chọn thư mục khác: dùng --prefix cho ứng dụng, dùng biến XDG_CACHE_HOME cho các tệp tải xuống. Những gì đã tải xuống được giữ lại.
    .window = Hãy giải phóng chỗ trống. Những gì đã tải xuống được giữ lại.
disk-no-room = Cần { BYTES($needed) } trong { $folder }, mà chỉ còn trống { BYTES($free) }.
disk-no-room-hint = Hãy giải phóng chỗ trống, hoặc chọn thư mục khác: dùng --prefix cho ứng dụng, dùng biến XDG_CACHE_HOME cho các tệp tải xuống. Những gì đã tải xuống được giữ lại.
    .window = Hãy giải phóng chỗ trống. Những gì đã tải xuống được giữ lại.
disk-rights = Không được phép ghi vào { $path }.
disk-rights-hint = Hãy thay đổi quyền, hoặc chọn thư mục khác bằng --prefix. Không cần quyền quản trị.
    .window = Hãy thay đổi quyền. Không cần quyền quản trị.
disk-foreign-home = Thư mục cá nhân { $path } thuộc về tài khoản khác, không phải tài khoản đang chạy chương trình này. Không có gì được ghi vào đó.
disk-foreign-home-hint = Hãy chạy không dùng sudo; không cần quyền quản trị. Để cài đặt cho chính tài khoản này, hãy dùng sudo -H.
disk-name = Không tạo được { $path }: tên quá dài, hoặc có ký tự không được phép.
disk-name-hint = Hãy dùng --prefix để chọn thư mục có tên ngắn hơn, gần gốc ổ đĩa.
    .window = Hãy chọn thư mục có tên ngắn hơn, gần gốc ổ đĩa.
disk-no-rename = Không đổi tên được các tệp trong { $folder }.
disk-no-rename-hint = Hãy chọn thư mục trên ổ đĩa khác: dùng --prefix cho ứng dụng, dùng biến XDG_CACHE_HOME cho các tệp tải xuống.
    .window = Hãy chọn thư mục trên ổ đĩa khác (dùng biến XDG_CACHE_HOME cho các tệp tải xuống).
disk-no-links = { $folder } không thể chứa liên kết tượng trưng, mà ứng dụng cần chúng.
disk-no-links-hint = Hãy dùng --prefix để chọn thư mục trên ổ đĩa khác; USB và ổ đĩa mạng thường không hỗ trợ liên kết.
    .window = Hãy chọn thư mục trên ổ đĩa khác; USB và ổ đĩa mạng thường không hỗ trợ liên kết.
disk-no-locks = Không khóa được các tệp trong { $folder }, nên hai lần cài đặt có thể cản trở nhau.
disk-no-locks-hint = Hãy chọn thư mục trên ổ đĩa của chính máy tính này: dùng --prefix cho ứng dụng, dùng biến XDG_CACHE_HOME cho các tệp tải xuống.
    .window = Hãy chọn thư mục trên ổ đĩa của chính máy tính này (dùng biến XDG_CACHE_HOME cho các tệp tải xuống).
disk-no-execution = Không được phép khởi động chương trình trong { $folder }, nên ứng dụng không thể chạy ở đó.
disk-no-execution-hint = Hãy dùng --prefix để chọn thư mục cho phép chạy chương trình.
    .window = Hãy chọn thư mục cho phép chạy chương trình.
disk-no-room-for-files = Cần tạo khoảng { COUNT($needed) } tệp trong { $folder }, mà ổ đĩa chỉ còn chỗ cho { COUNT($free) } tệp.
disk-no-room-for-files-hint = Hãy xóa bớt tệp ở đó, hoặc dùng --prefix để chọn thư mục trên ổ đĩa khác.
    .window = Hãy xóa bớt tệp ở đó, hoặc chọn thư mục trên ổ đĩa khác.
disk-path-too-long = Đường dẫn { $folder } quá dài: chỉ được có { COUNT($most) } ký tự để có thể đặt tên các tệp bên trong.
disk-path-too-long-hint = Hãy dùng --prefix để chọn thư mục có đường dẫn ngắn hơn.
    .window = Hãy chọn thư mục có đường dẫn ngắn hơn.
disk-names-too-short = Tên tệp trong { $folder } chỉ được có { COUNT($most) } ký tự; cần { COUNT($needed) }. Thư mục mã hóa thường như vậy.
disk-names-too-short-hint = Hãy dùng biến XDG_CACHE_HOME để chọn thư mục khác cho các tệp tải xuống.
disk-other = Không đọc hoặc ghi được { $path }.
disk-other-hint = Xem phần chi tiết để biết thông báo của hệ thống. Hãy xem có thứ gì khác ở đó hoặc đang dùng nó không, rồi thử lại; trên Windows, có thể trình diệt virus đang giữ tệp.

limit-open-files = Tài khoản này chỉ được mở { COUNT($limit) } tệp cùng lúc; cần { COUNT($needed) }.
limit-open-files-hint = Hãy nâng giới hạn (“ulimit -n”), hoặc hỏi người quản lý máy tính này.
limit-file-size = Tài khoản này chỉ được ghi tệp tối đa { BYTES($limit) }; cần { BYTES($needed) }.
limit-file-size-hint = Hãy nâng giới hạn (“ulimit -f”), hoặc hỏi người quản lý máy tính này.

environment-runtime = Python đi kèm bản phát hành không giải nén được hoặc không chạy.
environment-runtime-hint = Hãy cài đặt Python từ python.org và chỉ ra bằng --python, đồng thời báo cho nhà phát hành.
    .window = Hãy cài đặt Python từ python.org, đồng thời báo cho nhà phát hành.
environment-create = Python không tạo được môi trường cho ứng dụng.
environment-create-hint = Phần chi tiết cho biết lý do. Hãy thử Python khác bằng --python, hoặc thư mục khác bằng --prefix.
    .window = Phần chi tiết cho biết lý do. Hãy chọn thư mục khác, hoặc cài đặt phiên bản Python khác.
environment-start = Không khởi động được { $program }.
environment-start-hint = Phần chi tiết cho biết lý do. Có thể thư mục đó cấm chạy chương trình: hãy chọn thư mục khác bằng --prefix.
    .window = Phần chi tiết cho biết lý do. Có thể thư mục đó cấm chạy chương trình: hãy chọn thư mục khác.
environment-wheel-refused = { $wheel } chứa thứ không gói nào được phép có, và không được cài đặt.
environment-wheel-refused-hint = Phần chi tiết cho biết đó là gì. Hãy báo cho nhà phát hành. Chưa có gì thay đổi.
environment-pip = Không cài đặt được các gói.
environment-pip-hint = Phần chi tiết có thông báo của pip. Chưa có gì thay đổi; hãy báo cho nhà phát hành nếu lại xảy ra.
environment-pip-python = pip của bản phát hành ({ $pip }) không chạy được trên Python { $python }.
environment-pip-python-hint = Hãy chỉ ra Python khác bằng --python, và báo cho nhà phát hành.
    .window = Hãy cài đặt phiên bản Python khác, và báo cho nhà phát hành.
environment-hash = Có gói không phải là gói mà nhà phát hành đã ký; pip đã từ chối gói đó.
environment-hash-hint = Ổ đĩa hoặc một chương trình khác đã thay đổi tệp. Chưa chuyển sang phiên bản mới; hãy thử lại.
environment-build = Không dựng được { $package } trên máy tính này.
environment-build-hint = Phần chi tiết có thông báo của quá trình dựng; thường là thiếu các tệp phát triển của một thư viện. Python khác có thể có gói dựng sẵn: hãy thử --python.
    .window = Phần chi tiết có thông báo của quá trình dựng; thường là thiếu các tệp phát triển của một thư viện. Python khác có thể có gói dựng sẵn.
environment-no-headers = { $package } phải được dựng trên máy tính này, nhưng { $python } không có tệp tiêu đề C.
environment-no-headers-hint = Hãy cài đặt các tệp phát triển của Python (trên Debian: python3-dev), hoặc thử Python khác bằng --python.
    .window = Hãy cài đặt các tệp phát triển của Python (trên Debian: python3-dev).
environment-no-command = Bản phát hành khai báo có lệnh “{ $command }” nhưng thực tế không có.
environment-no-command-hint = Đây là lỗi của nhà phát hành: hãy báo cho họ. Chưa chuyển sang phiên bản mới.
environment-changed = Sau khi cài đặt, { $path } không đúng như cần thiết.
environment-changed-hint = Ổ đĩa hoặc một chương trình khác (trình diệt virus?) đã thay đổi tệp. Chưa chuyển sang phiên bản mới; hãy thử lại.
environment-check = Các gói đã cài đặt không tương thích với nhau.
environment-check-hint = Đây là lỗi trong bản phát hành: hãy báo cho nhà phát hành. Chưa chuyển sang phiên bản mới.
environment-smoke-test = Ứng dụng vừa cài đặt không khởi động được.
environment-smoke-test-hint = Phần chi tiết có thông báo của ứng dụng. Chưa chuyển sang phiên bản mới; hãy báo cho nhà phát hành.
environment-time = Một bước cài đặt mất quá nhiều thời gian và đã bị dừng.
environment-time-hint = Hãy thử lại khi máy tính bớt bận. Chưa chuyển sang phiên bản mới.

activate-launcher-taken = { $path } thuộc về thứ khác và không bị ghi đè.
activate-launcher-taken-hint = Hãy di chuyển hoặc xóa nó, rồi chạy lại.
activate-unsafe = { $path } là liên kết, thuộc về người khác, hoặc người khác ghi được. Nó không được sử dụng.
activate-unsafe-hint = Hãy bỏ quyền ghi của người khác (chmod go-w), xóa nó, hoặc chọn thư mục khác: bằng --prefix cho ứng dụng, bằng biến XDG_CACHE_HOME cho các tệp tải về.
    .window = Hãy bỏ quyền ghi của người khác (chmod go-w), xóa nó, hoặc chọn thư mục khác (bằng biến XDG_CACHE_HOME cho các tệp tải về).
activate-anothers = Bản cài đặt trong { $folder } thuộc về tài khoản khác: { $owner }.
activate-anothers-hint = Chỉ tài khoản đó mới có thể thay đổi hoặc gỡ bỏ. Hãy chọn thư mục khác bằng --prefix.
    .window = Chỉ tài khoản đó mới có thể thay đổi hoặc gỡ bỏ. Hãy chọn thư mục khác.
activate-damaged-receipt = { $path } bị hỏng nên không cho biết những gì thuộc về bản cài đặt.
activate-damaged-receipt-hint = Hãy chạy chương trình này mà không có lệnh: nó sẽ cài đặt lại ứng dụng và ghi lại tệp. Sau đó hãy gỡ bỏ.
activate-foreign = { $path } đã có từ trước và không thuộc bản cài đặt nào; nó được giữ nguyên.
activate-foreign-hint = Hãy chọn thư mục khác bằng --prefix, hoặc di chuyển nó đi rồi chạy lại.
    .window = Hãy chọn thư mục khác, hoặc di chuyển nó đi rồi chạy lại.
activate-previous-gone = Phiên bản { $version } được giữ lại để quay về không còn khởi động được: các tệp hoặc Python của nó đã mất.
activate-previous-gone-hint = Hãy tiếp tục dùng phiên bản đã cài đặt; phiên bản đó không bị động đến.
activate-newer-receipt = { $path } do một trình cài đặt mới hơn ghi.
activate-newer-receipt-hint = Hãy dùng trình cài đặt đó, hoặc lấy bản mới nhất từ nhà phát hành.

verify-damaged = Những gì đã cài đặt có { COUNT($count) } chỗ không đúng.
verify-damaged-hint = Hãy chạy “{ $command }”: lệnh này sửa những gì bị hỏng và không động đến dữ liệu của bạn.
    .window = Hãy chạy “{ window-repair }”: lệnh này sửa những gì bị hỏng và không động đến dữ liệu của bạn.
verify-damaged-anothers = Những gì đã cài đặt có { COUNT($count) } chỗ không đúng.
verify-damaged-anothers-hint = Chỉ tài khoản sở hữu mới có thể sửa: { $owner }.
uninstall-declined = Không có gì bị gỡ bỏ.
uninstall-declined-hint = Ứng dụng được giữ nguyên. Để gỡ bỏ, hãy chạy lại và trả lời “có”.
uninstall-mounted = Một ổ đĩa khác được gắn tại { $path }, nên thư mục dữ liệu chứa nó không bị gỡ bỏ.
uninstall-mounted-hint = Hãy ngắt ổ đĩa trước, hoặc gỡ bỏ ứng dụng mà không kèm thư mục này.

busy = Một lần cài đặt khác đang diễn ra trong { $folder }.
busy-hint = Hãy đợi đến khi xong rồi chạy lại; --wait SECONDS sẽ tự đợi.
    .window = Hãy đợi đến khi xong rồi chạy lại.
cancelled = Đã hủy. Những gì đã cài đặt trước đó vẫn giữ nguyên.
cancelled-hint = Có thể chạy lại bất cứ lúc nào. Những gì đã tải xuống được giữ lại.
internal = Đã xảy ra lỗi bên trong chương trình này.
internal-hint = Đây là lỗi của chúng tôi. Vui lòng báo lỗi kèm theo phần chi tiết.

log-unwritable = Không ghi được nhật ký { $path }.
log-unwritable-hint = Hãy chỉ ra tệp trong thư mục bạn được phép ghi, hoặc bỏ --log.
