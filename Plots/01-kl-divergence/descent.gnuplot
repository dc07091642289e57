# The divergence on the way down
#
# Draw descent.png and descent.svg again, in this folder:  gnuplot descent.gnuplot
# It needs descent.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'The divergence on the way down' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'divergence, nats' textcolor rgb '#333333'
set xrange [1:401]
set yrange [0.41020597:24.5573892]
set logscale x
set logscale y
set xtics ('1' 1, '' 2 1, '' 3 1, '' 4 1, '' 5 1, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '' 20 1, '' 30 1, '' 40 1, '' 50 1, '' 60 1, '' 70 1, '' 80 1, '' 90 1, '100' 100, '' 200 1, '' 300 1, '' 400 1)
set ytics ('0.5' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1, '2' 2, '' 3 1, '' 4 1, '5' 5, '' 6 1, '' 7 1, '' 8 1, '' 9 1, '10' 10, '20' 20)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'descent.png'
plot \
    'descent.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'KL[q‖p]', \
    'descent.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'descent.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'descent.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'descent.dat' index 4 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'descent.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'descent.dat' index 6 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'KL[p‖q]', \
    'descent.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' notitle, \
    'descent.dat' index 8 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' notitle, \
    'descent.dat' index 9 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' notitle, \
    'descent.dat' index 10 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' notitle, \
    'descent.dat' index 11 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' notitle

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'descent.svg'
replot
unset output
