# On the way down the valley
#
# Draw heights.png and heights.svg again, in this folder:  gnuplot heights.gnuplot
# It needs heights.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'On the way down the valley' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'height above the lowest point' textcolor rgb '#333333'
set xrange [0:200]
set yrange [1.64883829e-11:46.5458698]
set logscale y
set xtics 50 format '%.0f'
set ytics ('10⁻¹⁰' 1e-10, '' 1e-09 1, '10⁻⁸' 1e-08, '' 1e-07 1, '10⁻⁶' 1e-06, '' 1e-05 1, '10⁻⁴' 0.0001, '' 0.001 1, '10⁻²' 0.01, '' 0.1 1, '10⁰' 1, '' 10 1)
set key inside bottom left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'heights.png'
plot \
    'heights.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#222222' title 'gradient descent', \
    'heights.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'momentum', \
    'heights.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'RMSProp', \
    'heights.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'Adam'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'heights.svg'
replot
unset output
