# One transposed convolution, of stride 2
#
# Draw transposed-convolution.png and transposed-convolution.svg again, in this folder:  gnuplot transposed-convolution.gnuplot
# It needs nothing else.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:790]
set yrange [266:0]
set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.4
set label 'One transposed convolution, of stride 2' at 395,24 center font ',13' textcolor rgb '#333333'
set object rectangle from 69,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 84,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 99,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 114,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 129,106.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 144,121.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 69,136.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 84,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 99,136.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 114,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 129,136.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 144,151.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 69,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 84,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 99,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 114,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 129,166.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 144,181.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 69,106.666667 rto 90,90 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set object rectangle from 99,136.666667 rto 30,30 fillstyle empty border linecolor rgb '#0072b2' linewidth 2.2
set label 'a map' at 114,92.6666667 center textcolor rgb '#333333' front
set object rectangle from 334.88,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 349.88,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 364.88,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 379.88,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 394.88,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 409.88,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 424.88,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 439.88,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 334.88,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 349.88,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 364.88,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 379.88,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 394.88,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 409.88,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 424.88,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 439.88,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 334.88,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 349.88,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 364.88,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 379.88,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 394.88,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 409.88,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 424.88,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 439.88,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 334.88,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 349.88,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 364.88,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 379.88,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 394.88,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 409.88,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 424.88,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '1' at 439.88,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 334.88,91.6666667 rto 120,120 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set label 'a kernel, learnt' at 394.88,77.6666667 center textcolor rgb '#333333' front
set object rectangle from 585.76,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 600.76,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 615.76,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 630.76,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 645.76,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 660.76,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 675.76,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 690.76,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 705.76,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 720.76,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 735.76,61.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 750.76,76.6666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 585.76,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 600.76,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 615.76,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '7' at 630.76,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 645.76,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 660.76,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 675.76,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '10' at 690.76,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 705.76,91.6666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '11' at 720.76,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 735.76,91.6666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 750.76,106.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 585.76,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 600.76,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 615.76,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 630.76,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 645.76,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '13' at 660.76,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 675.76,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '14' at 690.76,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 705.76,121.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '10' at 720.76,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 735.76,121.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 750.76,136.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 585.76,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 600.76,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 615.76,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 630.76,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 645.76,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '13' at 660.76,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 675.76,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '12' at 690.76,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 705.76,151.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '6' at 720.76,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 735.76,151.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 750.76,166.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 585.76,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 600.76,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 615.76,181.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '7' at 630.76,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 645.76,181.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '8' at 660.76,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 675.76,181.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '6' at 690.76,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 705.76,181.666667 rto 30,30 fillcolor rgb '#d80072b2' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '3' at 720.76,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 735.76,181.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 750.76,196.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 585.76,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 600.76,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 615.76,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '4' at 630.76,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 645.76,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '2' at 660.76,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 675.76,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 690.76,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 705.76,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 720.76,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 735.76,211.666667 rto 30,30 fillcolor rgb '#ffffff' fillstyle solid border linecolor rgb '#c8c8c8' linewidth 1.2
set label '0' at 750.76,226.666667 center font ',9' textcolor rgb '#333333' front
set object rectangle from 585.76,61.6666667 rto 180,180 fillstyle empty border linecolor rgb '#555555' linewidth 1.2
set object rectangle from 615.76,91.6666667 rto 120,120 fillstyle empty border linecolor rgb '#0072b2' linewidth 2.2
set label 'the result, twice as large' at 675.76,47.6666667 center textcolor rgb '#333333' front
set arrow from 159,151.666667 to 331.88,151.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'times' at 241.9824,151.666667 center boxed front font ',9' textcolor rgb '#222222'
set arrow from 454.88,151.666667 to 582.76,151.666667 head filled size first 9,18 linewidth 1.4 dashtype 1 linecolor rgb '#222222'
set label 'added up' at 516.2624,151.666667 center boxed front font ',9' textcolor rgb '#222222'

set terminal pngcairo noenhanced size 790,266 font 'DejaVu Sans,11'
set output 'transposed-convolution.png'
plot NaN notitle

set terminal svg noenhanced size 790,266 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'transposed-convolution.svg'
replot
unset output
