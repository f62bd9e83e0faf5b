language-name = 日本語

number-decimal-separator = .
number-group-separator = ,
number-groups = 3
number-group-minimum = 1
number-digits = 0123456789
number-percent = { $number }%
unit-bytes = { $number } byte
unit-kilobytes = { $number } KB
unit-megabytes = { $number } MB
unit-gigabytes = { $number } GB
unit-seconds = { $number } 秒
unit-minutes = { $number } 分
unit-hours = { $number } 時間

list-separator = 、
