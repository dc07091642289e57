# Plain gradient descent on the style loss
#
# Draw explosion.png and explosion.svg again, in this folder:  gnuplot explosion.gnuplot
# It needs explosion.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Plain gradient descent on the style loss' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'loss' textcolor rgb '#333333'
set xrange [0:29]
set yrange [6.92005721e-06:1.99799237e+36]
set logscale y
set xtics 5 format '%.0f'
set ytics ('10⁻⁵' 1e-05, '' 0.0001 1, '' 0.001 1, '' 0.01 1, '' 0.1 1, '10⁰' 1, '' 10 1, '' 100 1, '' 1000 1, '' 10000 1, '10⁵' 100000, '' 1000000 1, '' 10000000 1, '' 100000000 1, '' 1e+09 1, '10¹⁰' 1e+10, '' 1e+11 1, '' 1e+12 1, '' 1e+13 1, '' 1e+14 1, '10¹⁵' 1e+15, '' 1e+16 1, '' 1e+17 1, '' 1e+18 1, '' 1e+19 1, '10²⁰' 1e+20, '' 1e+21 1, '' 1e+22 1, '' 1e+23 1, '' 1e+24 1, '10²⁵' 1e+25, '' 1e+26 1, '' 1e+27 1, '' 1e+28 1, '' 1e+29 1, '10³⁰' 1e+30, '' 1e+31 1, '' 1e+32 1, '' 1e+33 1, '' 1e+34 1, '10³⁵' 1e+35, '' 1e+36 1)
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'explosion.png'
plot \
    'explosion.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'divided by c·h·w', \
    'explosion.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'not divided'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'explosion.svg'
replot
unset output
