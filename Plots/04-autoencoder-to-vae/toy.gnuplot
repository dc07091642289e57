# How far one draw strays
#
# Draw toy.png and toy.svg again, in this folder:  gnuplot toy.gnuplot
# It needs toy.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'How far one draw strays' font ',13' textcolor rgb '#333333'
set xlabel 'dimensions d' textcolor rgb '#333333'
set ylabel 'variance of the estimated slope' textcolor rgb '#333333'
set xrange [0.812252396:78.7932425]
set yrange [2.38533966:28599.1082]
set logscale x
set logscale y
set xtics ('' 0.9 1, '1' 1, '2' 2, '' 3 1, '' 4 1, '5' 5, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '20' 20, '' 30 1, '' 40 1, '50' 50, '' 60 1, '' 70 1)
set ytics ('' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10¹' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '10²' 100, '' 200 1, '' 300 1, '' 400 1, '' 500 1, '' 600 1, '' 700 1, '' 800 1, '' 900 1, '10³' 1000, '' 2000 1, '' 3000 1, '' 4000 1, '' 5000 1, '' 6000 1, '' 7000 1, '' 8000 1, '' 9000 1, '10⁴' 10000, '' 20000 1)
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'toy.png'
plot \
    'toy.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#d55e00' title 'score function, exact', \
    'toy.dat' index 1 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' title 'score function', \
    'toy.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#0072b2' title 'reparameterised, exact', \
    'toy.dat' index 3 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' title 'reparameterised'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'toy.svg'
replot
unset output
